import { clean } from './clean.en';
import { choices, fields } from './common.en';
import { notes, panel, why } from './panel.en';
import { protect } from './protect.en';
import { shape } from './shape.en';

export const steps = { kinds: { ...shape, ...clean, ...protect }, fields, choices, panel, why, notes };

import { clean } from './clean.zh';
import { choices, fields } from './common.zh';
import { notes, panel, why } from './panel.zh';
import { protect } from './protect.zh';
import { shape } from './shape.zh';

export const steps = { kinds: { ...shape, ...clean, ...protect }, fields, choices, panel, why, notes };

import { clean, cleanWhy } from './clean.zh';
import { choices, fields } from './common.zh';
import { notes, panel, why } from './panel.zh';
import { protect, protectWhy } from './protect.zh';
import { notes as reshapeNotes, reshape, why as reshapeWhy } from './reshape.zh';
import { notes as relationalNotes, relational, why as relationalWhy } from './relational.zh';
import { shape } from './shape.zh';

export const steps = {
  kinds: { ...shape, ...relational, ...reshape, ...clean, ...protect },
  fields,
  choices,
  panel,
  why: { ...why, ...cleanWhy, ...relationalWhy, ...reshapeWhy, ...protectWhy },
  notes: { ...notes, ...relationalNotes, ...reshapeNotes },
};

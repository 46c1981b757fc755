import { clean, cleanNotes, cleanWhy } from './clean.zh';
import { choices, fields } from './common.zh';
import { notes, panel, why } from './panel.zh';
import { model } from './model.zh';
import { near, nearWhy } from './near.zh';
import { personal } from './personal.zh';
import { protect, protectWhy } from './protect.zh';
import { notes as reshapeNotes, reshape, why as reshapeWhy } from './reshape.zh';
import { notes as relationalNotes, relational, why as relationalWhy } from './relational.zh';
import { shape } from './shape.zh';
import { suggest } from './suggest.zh';

export const steps = {
  kinds: { ...shape, ...relational, ...reshape, ...clean, ...near, ...protect },
  fields,
  choices,
  panel,
  suggest,
  personal,
  model,
  why: { ...why, ...cleanWhy, ...relationalWhy, ...reshapeWhy, ...nearWhy, ...protectWhy },
  notes: { ...notes, ...cleanNotes, ...relationalNotes, ...reshapeNotes },
};

import { clean, cleanNotes, cleanWhy } from './clean.en';
import { choices, fields } from './common.en';
import { notes, panel, why } from './panel.en';
import { model } from './model.en';
import { near, nearWhy } from './near.en';
import { personal } from './personal.en';
import { protect, protectWhy } from './protect.en';
import { notes as reshapeNotes, reshape, why as reshapeWhy } from './reshape.en';
import { notes as relationalNotes, relational, why as relationalWhy } from './relational.en';
import { shape } from './shape.en';
import { suggest } from './suggest.en';

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

import { examples as analyse } from './analyse';
import { examples as clean } from './clean';
import type { Examples } from './example';
import { examples as protect } from './protect';
import { examples as relational } from './relational';
import { examples as reshape } from './reshape';
import { examples as shape } from './shape';

export const allExamples: Examples = {
  ...shape,
  ...relational,
  ...reshape,
  ...clean,
  ...protect,
  ...analyse,
};

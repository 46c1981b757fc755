import { analyse, analyseNotes, analyseWhy } from './analyse.en';
import { time, timeNotes, timeWhy } from './analyseTime.en';
import { methods, predict, predictNotes, predictWhy } from './analysePredict.en';
import { segment, segmentNotes, segmentWhy } from './analyseSegment.en';
import { together, togetherNotes, togetherWhy } from './analyseTogether.en';
import { customers, customersNotes, customersWhy } from './analyseCustomers.en';
import { keep, keepNotes, keepWhy } from './analyseKeep.en';
import { relate, relateNotes, relateWhy } from './analyseRelate.en';
import { text, textNotes, textWhy } from './analyseText.en';
import { clean, cleanNotes, cleanWhy } from './clean.en';
import { choices, fields } from './common.en';
import { notes, panel, why } from './panel.en';
import { model } from './model.en';
import { near, nearWhy } from './near.en';
import { paste } from './paste.en';
import { personal } from './personal.en';
import { protect, protectWhy } from './protect.en';
import { notes as reshapeNotes, reshape, why as reshapeWhy } from './reshape.en';
import { notes as relationalNotes, relational, why as relationalWhy } from './relational.en';
import { review } from './review.en';
import { rules } from './rules.en';
import { sample } from './sample.en';
import { shape } from './shape.en';
import { suggest } from './suggest.en';
import { values } from './values.en';

export const steps = {
  kinds: {
    ...shape,
    ...relational,
    ...reshape,
    ...clean,
    ...near,
    ...protect,
    ...analyse,
    ...time,
    ...relate,
    ...customers,
    ...keep,
    ...segment,
    ...together,
    ...predict,
    ...text,
  },
  fields,
  choices,
  panel,
  paste,
  suggest,
  personal,
  model,
  values,
  review,
  rules,
  sample,
  methods,
  why: {
    ...why,
    ...cleanWhy,
    ...relationalWhy,
    ...reshapeWhy,
    ...nearWhy,
    ...protectWhy,
    ...analyseWhy,
    ...timeWhy,
    ...relateWhy,
    ...customersWhy,
    ...keepWhy,
    ...segmentWhy,
    ...togetherWhy,
    ...predictWhy,
    ...textWhy,
  },
  notes: {
    ...notes,
    ...cleanNotes,
    ...relationalNotes,
    ...reshapeNotes,
    ...analyseNotes,
    ...timeNotes,
    ...relateNotes,
    ...customersNotes,
    ...keepNotes,
    ...segmentNotes,
    ...togetherNotes,
    ...predictNotes,
    ...textNotes,
  },
};

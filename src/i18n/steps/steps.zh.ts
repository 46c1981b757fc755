import { analyse, analyseNotes, analyseWhy } from './analyse.zh';
import { time, timeNotes, timeWhy } from './analyseTime.zh';
import { methods, predict, predictNotes, predictWhy } from './analysePredict.zh';
import { segment, segmentNotes, segmentWhy } from './analyseSegment.zh';
import { together, togetherNotes, togetherWhy } from './analyseTogether.zh';
import { customers, customersNotes, customersWhy } from './analyseCustomers.zh';
import { keep, keepNotes, keepWhy } from './analyseKeep.zh';
import { relate, relateNotes, relateWhy } from './analyseRelate.zh';
import { text, textNotes, textWhy } from './analyseText.zh';
import { clean, cleanNotes, cleanWhy } from './clean.zh';
import { choices, fields } from './common.zh';
import { notes, panel, why } from './panel.zh';
import { model } from './model.zh';
import { near, nearWhy } from './near.zh';
import { paste } from './paste.zh';
import { personal } from './personal.zh';
import { protect, protectWhy } from './protect.zh';
import { notes as reshapeNotes, reshape, why as reshapeWhy } from './reshape.zh';
import { notes as relationalNotes, relational, why as relationalWhy } from './relational.zh';
import { review } from './review.zh';
import { rules } from './rules.zh';
import { sample } from './sample.zh';
import { shape } from './shape.zh';
import { suggest } from './suggest.zh';
import { values } from './values.zh';

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

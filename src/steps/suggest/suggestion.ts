import type { Loose } from '../field';

export const whys = [
  'key-twice',
  'row-twice',
  'numbers-as-text',
  'dates-as-text',
  'blanks',
  'markers',
  'spellings',
  'ages',
  'negatives',
  'far',
  'phones',
  'id-cards',
  'email-case',
  'spaces',
  'wide',
  'mostly-missing',
  'constant',
  'personal',
] as const;

export type SuggestWhy = (typeof whys)[number];

/** Something in a table that looks wrong, and a step that would mend it. */
export interface Suggestion {
  why: SuggestWhy;
  columns: readonly string[];
  /** Rows that it is about, among those that were looked at. */
  count: number;
  looked: number;
  example: string;
  /** What its words say besides: `formats`, `kind`. */
  params: Readonly<Record<string, string | number>>;
  /** The step's name and its settings. */
  step: Readonly<{ step: string } & Loose>;
}

/** Texts that stand for nothing, in small letters. */
export const markers = [
  'n/a',
  'na',
  '#n/a',
  'null',
  '(null)',
  'nil',
  'none',
  'nan',
  'unknown',
  'not available',
  '-',
  '--',
  '—',
  '/',
  '\\',
  '?',
  '.',
  '\\n',
  '无',
  '空',
  '暂无',
  '未知',
  '未填',
  '不详',
  '没有',
  '無',
];

/** Columns whose digits are no numbers to be reckoned with. */
export const CODE =
  /(^|[\s_-])(id|ids|no|nr|code|key|sku|uuid|zip|postcode|phone|mobile|tel|card|account)s?$|[a-z](Id|No|Code|Key)$|编号|编码|代码|单号|号码|卡号|邮编|电话|手机|账号|学号|工号|证号/i;

import { toMisfit } from '../core/check';
import type { TextColumn } from '../frame';

const YES =
  /^(true|yes|y|t|1|1\.0|on|converted|success|churned|gone|left|是|有|成功|已购买|已转化|已流失|流失|已离开|离职|已离职)$/i;

/** 1 for yes and 0 for no; what usually means yes does where `yes` is empty. */
export function toHits({ name, codes, labels }: TextColumn, yes: string): Float64Array {
  const isYes = labels.map((label) => (yes === '' ? YES.test(label.trim()) : label === yes));
  const hits = isYes.filter((is) => is).length;
  const isClear = yes === '' ? hits === 1 && labels.length === 2 : hits === 1;
  if (!isClear) throw toMisfit('ab-yes', { column: name, values: toList(labels) });
  return Float64Array.from(codes, (code) => (isYes[code] ? 1 : 0));
}

const MOST_LISTED = 6;

function toList(labels: readonly string[]): string {
  return [...labels.slice(0, MOST_LISTED), ...(labels.length > MOST_LISTED ? ['…'] : [])].join(' · ');
}

import { toShareInterval } from '../../describe/intervals';
import { compareRates } from '../../relate/compareRates';
import { toDetectableRate, toPowerOfRates, toSizeOfRates } from '../../relate/power';
import type { Against, Variant } from './variant';
import { toCommonSize, WANTED_POWER } from './variant';

/** The share of hits of a variant, and against that of the control. */
export function compareHits(
  name: string,
  values: Float64Array,
  control: Float64Array | undefined,
  confidence: number,
): Variant {
  const hits = countHits(values);
  return {
    name,
    rows: values.length,
    hits,
    middle: hits / values.length,
    interval: toShareInterval(hits, values.length, confidence),
    against: control && hold(values, control, confidence),
  };
}

/** Under so many hits or misses expected, the exact test is taken. */
const FEW = 5;

function hold(values: Float64Array, control: Float64Array, confidence: number): Against {
  const [base, other] = [control, values].map((part) => ({ hits: countHits(part), count: part.length }));
  const found = compareRates(base!, other!, { confidence });
  const plain = { base: found.rates[0], significance: 1 - confidence };
  const rates = { ...plain, other: found.rates[1] };
  const size = toCommonSize(values.length, control.length);
  const share = (base!.hits + other!.hits) / (base!.count + other!.count);
  const least = Math.min(share, 1 - share) * Math.min(base!.count, other!.count);
  const detectable = toDetectableRate(size, WANTED_POWER, plain);
  return {
    difference: found.difference,
    ...found.differenceInterval,
    lift: found.lift,
    pValue: (least < FEW ? found.exactPValue : undefined) ?? found.pValue,
    power: toPowerOfRates(size, rates),
    needed: found.difference === 0 ? undefined : Math.ceil(toSizeOfRates(WANTED_POWER, rates)),
    detectable: detectable === undefined ? undefined : detectable - plain.base,
  };
}

function countHits(values: Float64Array): number {
  let hits = 0;
  for (const value of values) hits += value;
  return hits;
}

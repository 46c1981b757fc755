import { checkRows } from '../../core/check';
import { toMeanInterval } from '../../describe/intervals';
import { toMoments } from '../../describe/moments';
import { toDetectableMean, toPowerOfMeans, toSizeOfMeans } from '../../relate/power';
import { testMeans } from '../../relate/tTest';
import type { Against, Variant } from './variant';
import { toCommonSize, WANTED_POWER } from './variant';

/** The mean of a variant, and against that of the control. */
export function compareMeans(
  name: string,
  values: Float64Array,
  control: Float64Array | undefined,
  confidence: number,
): Variant {
  checkRows(values.length, 2);
  const { mean, deviation, standardError } = toMoments(values);
  return {
    name,
    rows: values.length,
    middle: mean!,
    interval: toMeanInterval(mean!, standardError!, values.length - 1, confidence),
    deviation: deviation!,
    against: control && hold(values, control, confidence),
  };
}

function hold(values: Float64Array, control: Float64Array, confidence: number): Against {
  const { difference, interval, pValue } = testMeans(values, control, { confidence });
  const [own, base] = [toMoments(values), toMoments(control)];
  const size = toCommonSize(values.length, control.length);
  const plain = {
    deviation: Math.sqrt((own.variance! + base.variance!) / 2),
    significance: 1 - confidence,
  };
  const plan = { ...plain, difference };
  return {
    difference,
    ...interval,
    lift: base.mean === 0 ? undefined : difference / base.mean!,
    pValue,
    power: toPowerOfMeans(size, plan),
    needed: difference === 0 ? undefined : Math.ceil(toSizeOfMeans(WANTED_POWER, plan)),
    detectable: toDetectableMean(size, WANTED_POWER, plain),
  };
}

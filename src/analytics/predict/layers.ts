/** Layers of a network, and how its error changes with each weight: backpropagation (Rumelhart, Hinton and Williams, Nature 323, 1986). */
import type { Random } from '../core/random';

export interface Layer {
  inputs: number;
  outputs: number;
  /** By output, those of its inputs one after another. */
  weights: Float64Array;
  biases: Float64Array;
}

/** Weights as spread out as the rectifier wants them (He and others, ICCV 2015). */
export function createLayers(sizes: readonly number[], random: Random): Layer[] {
  return sizes.slice(1).map((outputs, at) => {
    const inputs = sizes[at]!;
    const spread = Math.sqrt(2 / inputs);
    const weights = Float64Array.from({ length: inputs * outputs }, () => spread * random.normal());
    return { inputs, outputs, weights, biases: new Float64Array(outputs) };
  });
}

/** What each layer gives for one row, its inputs first; room for it is made once. */
export function createActivations(layers: readonly Layer[]): Float64Array[] {
  return [new Float64Array(layers[0]!.inputs), ...layers.map(({ outputs }) => new Float64Array(outputs))];
}

/** The last layer's are left as they are, those of the others not below 0. */
export function feedForward(layers: readonly Layer[], activations: readonly Float64Array[]): Float64Array {
  for (let at = 0; at < layers.length; at++) {
    const { inputs, outputs, weights, biases } = layers[at]!;
    const [from, into] = [activations[at]!, activations[at + 1]!];
    const isLast = at === layers.length - 1;
    for (let one = 0, place = 0; one < outputs; one++) {
      let sum = biases[one]!;
      for (let other = 0; other < inputs; other++, place++) sum += weights[place]! * from[other]!;
      into[one] = isLast || sum > 0 ? sum : 0;
    }
  }
  return activations[layers.length]!;
}

/** Adds a row's part to the gradients, which have the shape of the layers; `misses` begin with the last layer's, and are overwritten. */
export function feedBack(
  layers: readonly Layer[],
  activations: readonly Float64Array[],
  misses: readonly Float64Array[],
  gradients: readonly Layer[],
): void {
  for (let at = layers.length - 1; at >= 0; at--) {
    const { inputs, outputs, weights } = layers[at]!;
    const { weights: byWeight, biases: byBias } = gradients[at]!;
    const [from, miss, before] = [activations[at]!, misses[at + 1]!, misses[at]!];
    before.fill(0);
    for (let one = 0; one < outputs; one++) {
      const slope = miss[one]!;
      if (slope === 0) continue;
      byBias[one]! += slope;
      for (let other = 0, place = one * inputs; other < inputs; other++, place++) {
        byWeight[place]! += slope * from[other]!;
        before[other]! += slope * weights[place]!;
      }
    }
    if (at > 0) for (let other = 0; other < inputs; other++) if (from[other] === 0) before[other] = 0;
  }
}

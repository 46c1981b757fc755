/** Steps that are as long as each weight's own gradients were alike: Adam (Kingma and Ba, ICLR 2015). */
export interface Adam {
  /** Changes the weights against their gradients, and makes these 0 again. */
  step(weights: Float64Array, gradients: Float64Array, at: number): void;
  /** Before the steps of a batch. */
  begin(): void;
}

const FIRST = 0.9;
const SECOND = 0.999;

export function createAdam(sizes: readonly number[], rate: number): Adam {
  const means = sizes.map((size) => new Float64Array(size));
  const squares = sizes.map((size) => new Float64Array(size));
  let [first, second, length] = [1, 1, 0];
  return {
    begin: () => {
      first *= FIRST;
      second *= SECOND;
      length = (rate * Math.sqrt(1 - second)) / (1 - first);
    },
    step: (weights, gradients, at) => {
      const [mean, square] = [means[at]!, squares[at]!];
      for (let place = 0; place < weights.length; place++) {
        const slope = gradients[place]!;
        mean[place] = FIRST * mean[place]! + (1 - FIRST) * slope;
        square[place] = SECOND * square[place]! + (1 - SECOND) * slope * slope;
        weights[place]! -= (length * mean[place]!) / (Math.sqrt(square[place]!) + 1e-8);
        gradients[place] = 0;
      }
    },
  };
}

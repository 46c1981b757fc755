/** What pictures say of how values lie, and of how they hang together. */
export interface DistributionWords {
  readonly between: (from: string, to: string) => string;
  readonly share: string;
  readonly together: string;
  readonly median: string;
  readonly quartiles: string;
  readonly whiskers: string;
  readonly ends: string;
  readonly mean: string;
  readonly rows: string;
  readonly outlier: string;
  readonly outliers: string;
  readonly bandwidth: string;
  readonly points: string;
  readonly years: (shown: string, all: string) => string;
  readonly notAdded: string;
  readonly negative: string;
  readonly boxes: string;
  readonly outliersShown: (shown: string, all: string) => string;
  readonly kernel: (widths: string) => string;
  readonly ridges: (widths: string) => string;
  readonly inPowers: string;
  readonly density: (points: string) => string;
  readonly mixed: string;
  readonly fit: (said: Record<'name' | 'equation' | 'explained' | 'rows', string>) => string;
  readonly band: (share: string) => string;
  readonly tooLarge: string;
  readonly noFit: (groups: string) => string;
  readonly histogram: (
    said: Record<'kind' | 'what' | 'rows' | 'from' | 'to' | 'mode' | 'share', string>,
  ) => string;
  readonly pareto: (
    said: Record<'kind' | 'what' | 'shown' | 'groups' | 'share', string> & {
      readonly first: readonly string[];
      readonly more: boolean;
    },
  ) => string;
  readonly spread: (said: Record<'kind' | 'what' | 'groups' | 'highest' | 'lowest', string>) => string;
  readonly spreadOne: (said: Record<'kind' | 'what' | 'rows' | 'median' | 'from' | 'to', string>) => string;
  readonly dense: (said: Record<'kind' | 'x' | 'y' | 'points' | 'where', string>) => string;
  readonly regression: (
    said: Record<'kind' | 'x' | 'y', string> & { readonly fits: readonly string[] },
  ) => string;
  readonly fine: (said: Record<'kind' | 'x' | 'y' | 'points' | 'least' | 'greatest', string>) => string;
  readonly thinnedLine: (drawn: string, all: string) => string;
}

import { type Complete, toAllRows, toComplete } from '../complete';
import { toMisfit } from '../core/check';
import type { Analysis, Frame, Outcome } from '../frame';
import { encode, type Encoding } from '../predict/encode';
import { maybeModel } from '../predict/keptModel';
import { predictFitted } from '../predict/methods';
import { assignClusters, type KeptClusters, maybeClusters } from '../segment/keptClusters';
import { toPredictedColumns } from './learn/added';
import { toNoChances } from './learn/notes';
import { toLeftOut } from './leftOut';

interface ScoreSettings {
  /** Whether the chance of each class stands beside the rows. */
  chances: boolean;
}

/** What a model that was kept says of rows that it was not fitted to, or to which of its clusters they belong. */
export const analyse: Analysis<ScoreSettings> = (frame, { chances }, { beside }) => {
  const kept = beside?.model;
  const clusters = kept && maybeClusters(kept);
  if (clusters) return scoreClusters(frame, clusters, chances);
  const model = kept && maybeModel(kept);
  if (!model) throw toMisfit('no-model');
  const complete = toRead(frame, model.encoding);
  const { columns, unseen } = encode(model.encoding, complete.columns, complete.rows);
  const predicted = predictFitted(model.fitted, columns);
  const added = toPredictedColumns(model, predicted, {
    ...complete,
    unseen,
    rows: frame.rows,
    withAll: chances,
  });
  const count = unseen.reduce((sum, value) => sum + value, 0);
  const { method, target, rows } = model;
  return {
    added,
    notes: [
      {
        why: 'scored',
        params: { count: complete.rows - count, of: frame.rows, target: target.name, method, rows },
      },
      ...toNoChances(target.kind === 'class', chances),
      ...toLeftOut(complete),
      ...(count > 0 ? [{ why: 'feature-unseen', params: { count } }] : []),
    ],
  };
};

/** The rows in which each column has a value that the model reads. */
function toRead({ rows, columns }: Frame, { columns: read }: Encoding): Complete {
  return toComplete({ rows, columns: read.map(({ name }) => columns.find((each) => each.name === name)!) });
}

function scoreClusters(frame: Frame, clusters: KeptClusters, chances: boolean): Outcome {
  const complete = toRead(frame, clusters.encoding);
  const codes = assignClusters(clusters, complete.columns);
  const { method, rows, nearest } = clusters;
  return {
    added: [
      {
        name: 'cluster',
        type: 'BIGINT',
        values: toAllRows(
          codes.map((code) => code + 1),
          complete.places,
          frame.rows,
        ),
      },
    ],
    notes: [
      {
        why: 'scored-clusters',
        params: {
          count: complete.rows,
          of: frame.rows,
          k: nearest.codes.reduce((most, code) => Math.max(most, code + 1), 0),
          rows,
          method,
        },
      },
      ...toNoChances(false, chances),
      ...toLeftOut(complete),
    ],
  };
}

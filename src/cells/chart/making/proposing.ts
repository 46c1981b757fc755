import { batch, createEffect, createSignal, on, onCleanup } from 'solid-js';
import type { Accessor } from 'solid-js';
import type { Picture } from '../../../charts/spec/picture';
import type { Proposal } from '../../../charts/spec/propose/drawable';
import { findCounted, toFacts, toFactsSql } from '../../../charts/spec/propose/facts';
import { propose } from '../../../charts/spec/propose/propose';
import { findRegion } from '../../../charts/spec/propose/regions';
import { localeTag } from '../../../i18n/format';
import { isAbort } from '../../../lib/problem';
import { isDark } from '../../../ui/dark';
import { toFromSql } from '../compile';
import { drawSmall } from './drawSmall';
import type { Making } from './making';

/** A chart that is proposed, and its picture once that is drawn. */
export interface Offer {
  readonly proposal: Proposal;
  readonly picture?: Picture;
}

const MOST_ROWS = 20_000;

/**
 * Charts of the table that is chosen: first which, by one question, then their pictures one after another, all while the engine has
 * nothing else to do, and no further once nobody wants them.
 */
export function createProposing(making: Making): {
  offers: Accessor<readonly Offer[]>;
  isBusy: Accessor<boolean>;
} {
  const [offers, setOffers] = createSignal<readonly Offer[]>([]);
  const [isBusy, setBusy] = createSignal(false);

  createEffect(
    on(
      [
        making.isProposing,
        () => toFromSql(making.cell()),
        () => JSON.stringify(making.columns()),
        isDark,
        localeTag,
      ],
      ([isWanted, from, columns, dark, tag]) => {
        const stop = new AbortController();
        onCleanup(() => stop.abort());
        if (!isWanted || columns === '[]') return void batch(() => (setOffers([]), setBusy(false)));
        setBusy(true);
        draw(from, { dark, tag }, stop.signal)
          .catch((error: unknown) => {
            if (!isAbort(error) && !stop.signal.aborted) making.surroundings.onProblem(error);
          })
          .finally(() => !stop.signal.aborted && setBusy(false));
      },
    ),
  );

  async function draw(
    from: string,
    look: { dark: boolean; tag: string },
    signal: AbortSignal,
  ): Promise<void> {
    const { engine } = making.surroundings;
    const columns = making.columns();
    const query = (sql: string) => engine.query(sql, { background: true, maxRows: MOST_ROWS, signal });
    if (findCounted(columns).length === 0) return void setOffers([]);
    const facts = toFacts(columns, (await query(toFactsSql(columns, from))).values);
    const region = await findRegion(facts, from, async (sql) => (await query(sql)).values);
    const proposals = facts.rows === 0 ? [] : propose({ ...facts, region });
    setOffers(proposals.map((proposal) => ({ proposal })));
    for (const proposal of proposals) {
      const picture = await drawSmall(proposal, { from, columns, ...look, query }).catch((error: unknown) => {
        // one that cannot be drawn of this table is not proposed
        if (isAbort(error)) throw error;
        return undefined;
      });
      if (signal.aborted) return;
      setOffers((all) =>
        all.flatMap((offer) =>
          offer.proposal !== proposal ? [offer] : picture ? [{ proposal, picture }] : [],
        ),
      );
    }
  }

  return { offers, isBusy };
}

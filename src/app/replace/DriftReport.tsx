import Check from 'lucide-solid/icons/check';
import { Show } from 'solid-js';
import { formatPercent } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Candidate } from './candidate';
import { LayoutPart } from './LayoutPart';
import { Names, Part, Words } from './Part';
import { RenameLine } from './RenameLine';
import type { Replacement } from './replacement';
import { isQuiet } from './report';
import { Sums } from './Sums';
import { TypeLine } from './TypeLine';

/** What is different in the new file, and what a person can decide about it. */
export function DriftReport(props: { replacement: Replacement; candidate: Candidate }) {
  const report = () => props.candidate.report;
  const drift = () => report().drift;
  return (
    <div class="drift">
      <Sums before={props.replacement.source.receipt} now={props.candidate.table.receipt} />
      <Show when={isQuiet(report())}>
        <p class="drift-quiet">
          <Check />
          {t('replacing.quiet')}
        </p>
      </Show>
      <Part title={t('replacing.renamed')} items={report().renames}>
        {(rename) => (
          <RenameLine rename={rename} replacement={props.replacement} canRename={report().canRename} />
        )}
      </Part>
      <Part title={t('replacing.types')} items={report().types}>
        {(change) => <TypeLine change={change} replacement={props.replacement} />}
      </Part>
      <Names title={t('replacing.gone')} names={drift().gone} />
      <Names title={t('replacing.added')} names={drift().added} />
      <Part title={t('replacing.categories')} items={drift().categories}>
        {({ column, added, gone }) => (
          <li>
            <p class="drift-what">
              <b>{column}</b>
              <Words label={t('replacing.newWords')} words={added} />
              <Words label={t('replacing.goneWords')} words={gone} />
            </p>
          </li>
        )}
      </Part>
      <Part title={t('replacing.blanks')} items={drift().blanks}>
        {({ column, before, after }) => (
          <li>
            <p class="drift-what">
              <b>{column}</b>
              <span>
                {formatPercent(before)} → {formatPercent(after)}
              </span>
            </p>
          </li>
        )}
      </Part>
      <LayoutPart replacement={props.replacement} report={report()} />
      <p class="drift-note">{t('replacing.undoable')}</p>
    </div>
  );
}

import { For } from 'solid-js';
import { formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Receipt } from '../../import/receipt';

/** The two files, and what became of their records. */
export function Sums(props: { before: Receipt; now: Receipt }) {
  const lines = (): [string, string, string][] => [
    [t('replacing.file'), props.before.file.name, props.now.file.name],
    ...(['loaded', 'rejected', 'unread'] as const)
      .filter((what) => what === 'loaded' || props.before[what] + props.now[what] > 0)
      .map((what): [string, string, string] => [
        t(what === 'loaded' ? 'replacing.rows' : `replacing.${what}`),
        formatCount(props.before[what]),
        formatCount(props.now[what]),
      ]),
  ];
  return (
    <table class="drift-sums">
      <thead>
        <tr>
          <th scope="col">
            <span class="hidden-text">{t('replacing.compared')}</span>
          </th>
          <th scope="col">{t('replacing.before')}</th>
          <th scope="col">{t('replacing.now')}</th>
        </tr>
      </thead>
      <tbody>
        <For each={lines()}>
          {([name, was, is]) => (
            <tr>
              <th scope="row">{name}</th>
              <td>{was}</td>
              <td>{is}</td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

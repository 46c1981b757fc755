import { createSignal, For, Show } from 'solid-js';
import type { DataChoice } from '../../export/manifest';
import { formatBytes, formatCount } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Problem } from '../../lib/problem';
import { isAbort, toProblem } from '../../lib/problem';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { Progress } from '../../ui/Progress';
import { saveFile } from '../../ui/saveFile';
import { tell } from '../notice';
import { toWords } from '../words';
import type { SharingParts } from './actions';
import { exportLink, exportScript, exportWorkbook, findRead } from './actions';
import type { ColumnUse } from './ColumnChoices';
import { ColumnChoices } from './ColumnChoices';
import { toFileName } from './fileName';
import { Passphrase } from './Passphrase';
import { closeShare } from './current';
import { PersonalNote } from './PersonalNote';
import { createJob } from './job';
import './sharing.css';

const choices: readonly DataChoice[] = ['all', 'sample', 'none'];

/** Asks how much of a workbook travels, and in which form. */
export function ShareDialog(props: { parts: SharingParts }) {
  const title = () => props.parts.workbooks.workbook()?.title || t('workbook.untitled');
  const tables = () => {
    const book = props.parts.workbooks.workbook();
    return book ? findRead(props.parts, book) : [];
  };
  const [data, setData] = createSignal<DataChoice>('all');
  const [rows, setRows] = createSignal(1000);
  const [uses, setUses] = createSignal<ReadonlyMap<string, ColumnUse>>(new Map());
  const [passphrase, setPassphrase] = createSignal('');
  const [problem, setProblem] = createSignal<Problem>();
  const job = createJob();
  const isBusy = () => job.share() !== undefined;
  const toKey = (table: string, column: string) => JSON.stringify([table, column]);
  const useOf = (table: string, column: string) => uses().get(toKey(table, column)) ?? 'keep';

  const pick = (use: ColumnUse) =>
    Object.fromEntries(
      tables().map(({ name, columns }) => [
        name,
        columns.flatMap((column) => (useOf(name, column.name) === use ? [column.name] : [])),
      ]),
    );

  async function attempt(work: Promise<void>): Promise<void> {
    setProblem(undefined);
    try {
      await work;
    } catch (error) {
      if (!isAbort(error)) setProblem(toProblem(error));
    }
  }

  async function save(): Promise<void> {
    const options = {
      data: data(),
      sample: { rows: rows() },
      masked: pick('mask'),
      leftOut: pick('leaveOut'),
      password: passphrase(),
    };
    const name = toFileName(title(), 'quire');
    const file = await exportWorkbook(props.parts, { ...options, ...job.start() }).finally(job.end);
    saveFile(name, file);
    closeShare();
    tell({ text: () => t('sharing.saved', { file: name, size: formatBytes(file.size) }) });
  }

  async function saveScript(): Promise<void> {
    const lacking: string[] = [];
    saveFile(
      toFileName(title(), 'sql'),
      await exportScript(props.parts, { onLeftOut: (name) => lacking.push(name) }),
    );
    const names = lacking.map((name) => name || '?').join(', ');
    if (names) tell({ text: () => t('sharing.scriptLacks', lacking.length, names) });
    closeShare();
  }

  async function copyLink(): Promise<void> {
    const link = await exportLink(props.parts);
    await navigator.clipboard.writeText(link);
    closeShare();
    tell({ text: () => t('sharing.copied', { length: formatCount(link.length) }) });
  }

  const close = () => {
    job.stop();
    closeShare();
  };

  return (
    <Dialog
      open
      onClose={close}
      shape="wide"
      title={t('sharing.title', { name: title() })}
      actions={
        <Show
          when={!isBusy()}
          fallback={
            <Button tone="quiet" onClick={job.stop}>
              {t('sharing.stop')}
            </Button>
          }
        >
          <Button tone="quiet" onClick={() => void attempt(saveScript())}>
            {t('sharing.saveScript')}
          </Button>
          <Button tone="quiet" onClick={() => void attempt(copyLink())}>
            {t('sharing.copyLink')}
          </Button>
          <Button tone="primary" onClick={() => void attempt(save())}>
            {t('sharing.saveFile')}
          </Button>
        </Show>
      }
    >
      <Show
        when={isBusy()}
        fallback={
          <div class="share">
            <Show when={problem()}>
              {(found) => (
                <p class="share-problem" role="alert">
                  {toWords(found())}
                </p>
              )}
            </Show>
            <fieldset>
              <legend>{t('sharing.rows')}</legend>
              <For each={choices}>
                {(choice) => (
                  <label class="share-choice">
                    <input
                      type="radio"
                      name="share-rows"
                      checked={data() === choice}
                      onChange={() => setData(choice)}
                    />
                    <b>{t(`sharing.${choice}`)}</b>
                    <span>{t(`sharing.${choice}Hint`)}</span>
                  </label>
                )}
              </For>
              <Show when={data() === 'sample'}>
                <label class="share-number">
                  {t('sharing.sampleRows')}
                  <input
                    class="field"
                    type="number"
                    min={1}
                    step={1}
                    value={rows()}
                    onInput={({ currentTarget }) =>
                      setRows(Math.max(1, Math.floor(currentTarget.valueAsNumber) || 1))
                    }
                  />
                </label>
              </Show>
            </fieldset>
            <Show when={data() !== 'none'}>
              <section>
                <h3>{t('sharing.tables')}</h3>
                <PersonalNote
                  parts={props.parts}
                  tables={tables()}
                  isKept={({ table, column }) => useOf(table, column) === 'keep'}
                  onMask={(places) =>
                    setUses((all) => {
                      const next = new Map(all);
                      for (const { table, column } of places) next.set(toKey(table, column), 'mask');
                      return next;
                    })
                  }
                />
                <For each={tables()} fallback={<p class="share-note">{t('sharing.noTables')}</p>}>
                  {(source) => (
                    <ColumnChoices
                      source={source}
                      use={(column) => useOf(source.name, column)}
                      onUse={(column, use) =>
                        setUses((all) => new Map(all).set(toKey(source.name, column), use))
                      }
                    />
                  )}
                </For>
                <Show when={tables().length > 0}>
                  <p class="share-note">{t('sharing.maskHint')}</p>
                </Show>
              </section>
            </Show>
            <section>
              <Passphrase
                label={t('sharing.passphrase')}
                value={passphrase()}
                onInput={setPassphrase}
                placeholder={t('sharing.passphraseNone')}
              />
              <p class="share-note">{t('sharing.passphraseHint')}</p>
              <p class="share-note">{t('sharing.linkHint')}</p>
            </section>
          </div>
        }
      >
        <p role="status">{t('sharing.writing', { share: Math.round((job.share() ?? 0) * 100) })}</p>
        <Progress label={title()} value={job.share() ?? 0} max={1} />
      </Show>
    </Dialog>
  );
}

import { createSignal, createUniqueId, For, Show, untrack } from 'solid-js';
import { reportWords } from '../../i18n/report';
import { Button } from '../../ui/Button';
import type { Report } from '../../workbook/report';
import { setReport, toReport } from '../../workbook/report';
import type { LogoFault } from '../../workbook/reportLogo';
import { checkLogo, MOST_LOGO_BYTES } from '../../workbook/reportLogo';
import type { Workbooks } from '../workbook/workbooks';
import { PartList } from './PartList';

export interface ReportPanelProps {
  workbooks: Workbooks;
  /** The cell whose settings are open. */
  chosen: string | undefined;
  onChoose: (cell: string | undefined) => void;
}

const lines = ['title', 'subtitle', 'author', 'header', 'footer'] as const;

/** What a report is arranged with: what concerns all of it, and what is in it. */
export function ReportPanel(props: ReportPanelProps) {
  const workbooks = untrack(() => props.workbooks);
  const report = () => toReport(workbooks.workbook() ?? ({ cells: [] } as never));
  const words = reportWords;

  function set(patch: Partial<Omit<Report, 'parts'>>, merge?: string): void {
    workbooks.edit('report', (book) => setReport(book, patch), {
      sameResults: true,
      ...(merge && { merge: `report ${merge}` }),
    });
  }

  return (
    <Show when={workbooks.workbook()}>
      <PartList workbooks={workbooks} chosen={props.chosen} onChoose={props.onChoose} />
      <section class="report-settings">
        <h2>{words().page}</h2>
        <For each={lines}>
          {(line) => (
            <Line
              label={words()[line]}
              value={report()[line]}
              placeholder={line === 'title' ? workbooks.workbook()?.title : undefined}
              onSet={(value) => set({ [line]: value }, line)}
            />
          )}
        </For>
        <Logo value={report().logo} onSet={(logo) => set({ logo })} />
        <Choice
          label={words().paper}
          value={report().paper}
          choices={words().papers}
          onSet={(paper) => set({ paper })}
        />
        <Choice
          label={words().orientation}
          value={report().orientation}
          choices={words().orientations}
          onSet={(orientation) => set({ orientation })}
        />
        <Choice
          label={words().type}
          value={report().type}
          choices={words().types}
          onSet={(type) => set({ type })}
        />
        <label class="report-line across">
          <span>{words().accent}</span>
          <input
            type="color"
            value={report().accent}
            onInput={({ currentTarget }) => set({ accent: currentTarget.value }, 'accent')}
          />
        </label>
        <Flag label={words().cover} value={report().cover} onSet={(cover) => set({ cover })} />
        <Flag label={words().contents} value={report().contents} onSet={(contents) => set({ contents })} />
      </section>
    </Show>
  );
}

function Line(props: {
  label: string;
  value: string;
  placeholder: string | undefined;
  onSet: (value: string) => void;
}) {
  return (
    <label class="report-line">
      <span>{props.label}</span>
      <input
        class="field"
        value={props.value}
        placeholder={props.placeholder}
        onInput={({ currentTarget }) => props.onSet(currentTarget.value)}
      />
    </label>
  );
}

function Choice<T extends string>(props: {
  label: string;
  value: T;
  choices: Readonly<Record<T, string>>;
  onSet: (value: T) => void;
}) {
  return (
    <label class="report-line across">
      <span>{props.label}</span>
      <select class="field" onChange={({ currentTarget }) => props.onSet(currentTarget.value as T)}>
        <For each={Object.entries<string>(props.choices)}>
          {([name, word]) => (
            <option value={name} selected={name === props.value}>
              {word}
            </option>
          )}
        </For>
      </select>
    </label>
  );
}

function Flag(props: { label: string; value: boolean; onSet: (value: boolean) => void }) {
  return (
    <label class="report-flag">
      <input
        type="checkbox"
        checked={props.value}
        onChange={({ currentTarget }) => props.onSet(currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}

function Logo(props: { value: string; onSet: (logo: string) => void }) {
  const [fault, setFault] = createSignal<LogoFault>();
  const id = createUniqueId();

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const url = file.size > MOST_LOGO_BYTES ? undefined : await readUrl(file);
    const found = url === undefined ? 'too-large' : checkLogo(url);
    setFault(found);
    if (url !== undefined && !found) props.onSet(url);
  }

  return (
    <div class="report-line">
      <label for={id}>{reportWords().logo}</label>
      <Show when={props.value}>
        <div class="report-logo">
          <img src={props.value} alt="" />
          <Button small onClick={() => props.onSet('')}>
            {reportWords().logoRemove}
          </Button>
        </div>
      </Show>
      <input
        id={id}
        type="file"
        accept=".png,.jpg,.jpeg,.svg"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          void take(file);
          // so that the same file can be chosen again
          currentTarget.value = '';
        }}
      />
      <Show when={fault()} fallback={<small>{reportWords().logoHint}</small>}>
        {(found) => <small role="alert">{reportWords().logoFaults[found()]}</small>}
      </Show>
    </div>
  );
}

function readUrl(file: File): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => fail(reader.error ?? new Error(`unreadable: ${file.name}`));
    reader.readAsDataURL(file);
  });
}

import Download from 'lucide-solid/icons/download';
import { createSignal, onCleanup, Show } from 'solid-js';
import type { Picture } from '../../charts/spec/picture';
import { chartWords } from '../../i18n/charts/charts';
import { Menu } from '../../ui/Menu';
import { saveFile } from '../../ui/saveFile';
import type { ChartCell } from './compile';
import { toChartFile, toSpecText } from './files';

const SAID_MS = 4000;
/** Whether pictures leave dark; kept while the page is open. */
const [dark, setDark] = createSignal(false);

/** How a picture leaves: as a file, by the clipboard, as its data or its settings. */
export function PictureMenu(props: {
  cell: ChartCell;
  picture: () => Picture | undefined;
  readOnly: boolean;
  onPatterns: (patterns: boolean) => void;
  onData: () => void;
  onProblem: (error: unknown) => void;
}) {
  const [said, setSaid] = createSignal('');
  const words = () => chartWords().plate;
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  function say(text: string): void {
    setSaid(text);
    clearTimeout(timer);
    timer = setTimeout(() => setSaid(''), SAID_MS);
  }

  async function attempt(work: Promise<string>): Promise<void> {
    try {
      say(await work);
    } catch (error) {
      props.onProblem(error);
    }
  }

  function make(format: 'svg' | 'png', paper = true): Promise<Blob> {
    return toChartFile(props.picture()!, format, { dark: dark(), paper });
  }

  async function save(ending: string, content: Blob | Promise<Blob>): Promise<string> {
    const file = `${toFileName(props.cell.name)}.${ending}`;
    saveFile(file, await content);
    return words().saved(file);
  }

  /** The clipboard takes what is still being made, as it must be asked while the click counts. */
  async function copy(): Promise<string> {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': make('png') })]);
    return words().copied;
  }

  async function copySettings(): Promise<string> {
    await navigator.clipboard.writeText(toSpecText(props.cell));
    return words().copiedJson;
  }

  function saveSettings(): Promise<string> {
    return save('json', new Blob([toSpecText(props.cell)], { type: 'application/json' }));
  }

  const items = () => {
    const has = props.picture() !== undefined;
    const { patterns } = props.cell as ChartCell & { patterns?: boolean };
    return [
      ...(has
        ? [
            { label: words().copyPicture, run: () => void attempt(copy()) },
            { label: words().png, run: () => void attempt(save('png', make('png'))) },
            { label: words().pngClear, run: () => void attempt(save('png', make('png', false))) },
            { label: words().svg, run: () => void attempt(save('svg', make('svg'))) },
            { label: words().dark, checked: dark(), run: () => setDark(!dark()) },
          ]
        : []),
      { label: words().data, apart: true, run: () => props.onData() },
      { label: words().json, run: () => void attempt(copySettings()) },
      { label: words().jsonFile, run: () => void attempt(saveSettings()) },
      ...(props.readOnly
        ? []
        : [
            {
              label: words().patterns,
              apart: true,
              checked: patterns === true,
              run: () => props.onPatterns(patterns !== true),
            },
          ]),
    ];
  };

  return (
    <>
      <Menu label={words().menu(props.cell.name)} trigger={<Download />} items={items()} />
      <p class="chart-said" classList={{ there: said() !== '' }} role="status">
        <Show when={said()}>{said()}</Show>
      </p>
    </>
  );
}

/** Without signs that some system does not take. */
function toFileName(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, '_');
}

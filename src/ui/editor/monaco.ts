import './features';
import './monaco.css';
import { editor, KeyCode, KeyMod, MarkerSeverity } from 'monaco-editor/editor';
import type { Catalog } from '../../sql/complete';
import { maybeEdit } from './edit';
import { register, setCatalog } from './language';
import type { EditorHandle, Marker } from './handle';
import { fixed, LINE, PADDING, toMetrics } from './options';
import { startTheme } from './theme';

export interface LiveOptions {
  value: string;
  label: string;
  placeholder: string;
  readOnly: boolean;
  /** Asked for at each proposal, so that it may change. */
  catalog: () => Catalog | undefined;
  onChange: (value: string) => void;
  onRun: (selection?: string) => void;
  onLeave: () => void;
  words: { run: string; runSelection: string; leave: string };
}

export interface LiveEditor extends EditorHandle {
  setValue: (value: string) => void;
  setMarkers: (markers: readonly Marker[]) => void;
  set: (options: { label?: string; placeholder?: string; readOnly?: boolean }) => void;
  /** Draws at once what would be drawn with the next frame. */
  render: () => void;
  dispose: () => void;
}

/** An editor that fills `host` and is as high as its lines, up to a limit. */
export function createLive(host: HTMLElement, options: LiveOptions): LiveEditor {
  const model = editor.createModel(options.value, 'sql');
  setCatalog(model, options.catalog);
  const live = editor.create(host, {
    ...fixed,
    ...toMetrics(host),
    model,
    ariaLabel: options.label,
    placeholder: options.placeholder,
    readOnly: options.readOnly,
    overflowWidgetsDomNode: findWidgets(),
    lineNumbers: (line) => (model.getLineCount() > 1 ? String(line) : ''),
  });
  const toRange = (from: number, to: number) => {
    const [start, end] = [model.getPositionAt(from), model.getPositionAt(to)];
    return {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    };
  };
  const readSelection = () => {
    const selection = live.getSelection();
    return selection && !selection.isEmpty() ? model.getValueInRange(selection) : '';
  };
  const replace = (from: number, to: number, text: string) => {
    live.pushUndoStop();
    model.pushEditOperations(live.getSelections(), [{ range: toRange(from, to), text }], () => null);
    live.pushUndoStop();
  };

  const fit = () => {
    const height = Math.min(live.getContentHeight(), MOST_LINES * LINE + 2 * PADDING);
    host.style.height = `${height}px`;
    live.layout({ width: host.clientWidth, height });
  };
  const observer = new ResizeObserver(fit);
  live.onDidContentSizeChange(({ contentHeightChanged }) => contentHeightChanged && fit());
  model.onDidChangeContent(() => options.onChange(model.getValue()));
  addKeys(live, { ...options, readSelection });
  fit();
  observer.observe(host);
  return {
    focus: () => live.focus(),
    readSelection,
    findSelection() {
      const selection = live.getSelection();
      if (!selection) return { from: 0, to: 0 };
      return {
        from: model.getOffsetAt(selection.getStartPosition()),
        to: model.getOffsetAt(selection.getEndPosition()),
      };
    },
    replace,
    select(from, to) {
      live.setSelection(toRange(from, to));
      live.revealRangeInCenterIfOutsideViewport(toRange(from, to));
    },
    setValue(value) {
      const edit = maybeEdit(model.getValue(), value);
      if (edit) replace(edit.from, edit.to, edit.text);
    },
    setMarkers(markers) {
      const all = markers.map(({ from, to, words }) => ({
        ...toRange(from, to),
        message: words,
        severity: MarkerSeverity.Error,
      }));
      editor.setModelMarkers(model, 'quire', all);
    },
    set: ({ label, ...rest }) =>
      live.updateOptions({ ...rest, ...(label === undefined ? {} : { ariaLabel: label }) }),
    render: () => live.render(true),
    dispose() {
      observer.disconnect();
      live.dispose();
      model.dispose();
    },
  };
}

/** What has to be done once before the first editor. */
export const starting: readonly (() => void)[] = [
  startTheme,
  register,
  // the palette's key; Monaco would wait for a second one
  () => void editor.addKeybindingRule({ keybinding: KeyMod.CtrlCmd | KeyCode.KeyK, command: null }),
  () => editor.createModel('', 'sql').dispose(),
  // the first one takes several times as long as those after it
  () => editor.create(document.createElement('div'), fixed).dispose(),
];

const MOST_LINES = 24;

type Live = ReturnType<typeof editor.create>;
type Keys = Pick<LiveOptions, 'onRun' | 'onLeave' | 'words'> & { readSelection: () => string };

function addKeys(live: Live, { onRun, onLeave, words, readSelection }: Keys): void {
  live.addAction({
    id: 'quire.run',
    label: words.run,
    keybindings: [KeyMod.Shift | KeyCode.Enter, KeyMod.CtrlCmd | KeyCode.Enter],
    run: () => onRun(),
  });
  live.addAction({
    id: 'quire.runSelection',
    label: words.runSelection,
    keybindings: [KeyMod.CtrlCmd | KeyMod.Shift | KeyCode.Enter],
    run: () => onRun(readSelection() || undefined),
  });
  live.addAction({
    id: 'quire.leave',
    label: words.leave,
    keybindings: [KeyCode.Escape],
    precondition: busy.map((context) => `!${context}`).join(' && '),
    run: onLeave,
  });
}

/** While one of these is so, Escape ends it and does not leave the editor. */
const busy = [
  'suggestWidgetVisible',
  'findWidgetVisible',
  'parameterHintsVisible',
  'editorHasMultipleSelections',
];

let widgets: HTMLElement | undefined;

/** Lists and tips of all editors, outside of whatever would cut them off. */
function findWidgets(): HTMLElement {
  if (!widgets) {
    widgets = document.createElement('div');
    widgets.className = 'monaco-editor editor-widgets';
    document.body.append(widgets);
  }
  return widgets;
}

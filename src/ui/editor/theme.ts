import { editor } from 'monaco-editor/editor';
import { createEffect, createRoot } from 'solid-js';
import { isDark } from '../dark';

/** Gives Monaco the colours of `tokens.css`, and again whenever they change. */
export function startTheme(): void {
  createRoot(() =>
    createEffect(() => {
      define(isDark());
      editor.setTheme(NAME);
    }),
  );
}

const NAME = 'quire';

/** Monaco takes hexadecimal colours only, so the browser is asked what each token comes to. */
function define(dark: boolean): void {
  const probe = document.body.appendChild(document.createElement('i'));
  const read = (token: string) => {
    probe.style.color = `var(--${token})`;
    return toChannels(getComputedStyle(probe).color);
  };
  const rules = Object.entries(scopes).map(([token, name]) => ({
    token,
    foreground: toHex(read(name)).slice(1),
  }));
  editor.defineTheme(NAME, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [{ token: '', foreground: toHex(read('ink')).slice(1) }, ...rules],
    colors: Object.fromEntries(Object.entries(colours).map(([name, token]) => [name, toHex(read(token))])),
  });
  probe.remove();
}

function toChannels(rgb: string): number[] {
  return (rgb.match(/\d+/g) ?? []).slice(0, 3).map(Number);
}

function toHex(channels: number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const scopes = {
  keyword: 'accent',
  function: 'type-flag',
  type: 'type-flag',
  string: 'type-text',
  number: 'type-date',
  comment: 'ink-3',
  parameter: 'warn',
  operator: 'ink-2',
} as const;

const colours = {
  foreground: 'ink',
  focusBorder: 'accent',
  'widget.border': 'line-strong',
  'editor.background': 'surface',
  'editor.foreground': 'ink',
  'editor.selectionBackground': 'accent-soft',
  'editor.inactiveSelectionBackground': 'sunken',
  'editor.selectionHighlightBackground': 'sunken',
  'editor.findMatchBackground': 'warn-soft',
  'editor.findMatchHighlightBackground': 'warn-soft',
  'editor.findMatchBorder': 'warn',
  'editor.placeholder.foreground': 'ink-3',
  'editorCursor.foreground': 'accent',
  'editorLineNumber.foreground': 'ink-3',
  'editorLineNumber.activeForeground': 'ink-2',
  'editorBracketMatch.background': 'accent-soft',
  'editorBracketMatch.border': 'accent-soft',
  // nested brackets in one colour
  'editorBracketHighlight.foreground1': 'ink',
  'editorBracketHighlight.foreground2': 'ink',
  'editorBracketHighlight.foreground3': 'ink',
  'editorBracketHighlight.unexpectedBracket.foreground': 'bad',
  'editorError.foreground': 'bad',
  'editorWarning.foreground': 'warn',
  'editorWidget.background': 'raised',
  'editorWidget.foreground': 'ink',
  'editorWidget.border': 'line-strong',
  'editorHoverWidget.background': 'raised',
  'editorHoverWidget.foreground': 'ink',
  'editorHoverWidget.border': 'line-strong',
  'editorHoverWidget.highlightForeground': 'accent',
  'editorSuggestWidget.background': 'raised',
  'editorSuggestWidget.foreground': 'ink',
  'editorSuggestWidget.border': 'line-strong',
  'editorSuggestWidget.highlightForeground': 'accent',
  'editorSuggestWidget.focusHighlightForeground': 'accent',
  'editorSuggestWidget.selectedBackground': 'accent-soft',
  'editorSuggestWidget.selectedForeground': 'ink',
  'editorSuggestWidget.selectedIconForeground': 'ink',
  'list.hoverBackground': 'sunken',
  'list.highlightForeground': 'accent',
  'input.background': 'surface',
  'input.foreground': 'ink',
  'input.border': 'line-strong',
  'input.placeholderForeground': 'ink-3',
  'inputOption.activeBackground': 'accent-soft',
  'inputOption.activeForeground': 'accent',
  'inputOption.activeBorder': 'accent',
  'icon.foreground': 'ink-2',
  descriptionForeground: 'ink-2',
  'textLink.foreground': 'accent',
  'textCodeBlock.background': 'sunken',
  'scrollbarSlider.background': 'line',
  'scrollbarSlider.hoverBackground': 'line-strong',
  'scrollbarSlider.activeBackground': 'line-strong',
  'symbolIcon.fieldForeground': 'type-number',
  'symbolIcon.structForeground': 'type-text',
  'symbolIcon.classForeground': 'type-text',
  'symbolIcon.functionForeground': 'type-flag',
  'symbolIcon.keywordForeground': 'ink-3',
  'symbolIcon.variableForeground': 'warn',
} as const;

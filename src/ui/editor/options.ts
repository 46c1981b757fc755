/** Metrics that the plain field and Monaco share; `editor.css` has them too. */
export const LINE = 21;
export const PADDING = 10;

/** The page's own font, as it comes out where the editor is. */
export function toMetrics(host: HTMLElement) {
  const { fontFamily, fontSize } = getComputedStyle(host);
  return { fontFamily, fontSize: Number.parseFloat(fontSize), lineHeight: LINE };
}

export const fixed = {
  // one way for all browsers: only Chromium has the other
  editContext: false,
  accessibilitySupport: 'auto',
  autoClosingBrackets: 'languageDefined',
  contextmenu: false,
  detectIndentation: false,
  dropIntoEditor: { enabled: false },
  find: { addExtraSpaceOnTop: false, seedSearchStringFromSelection: 'selection' },
  fixedOverflowWidgets: true,
  folding: false,
  fontLigatures: false,
  glyphMargin: false,
  guides: { indentation: false },
  hideCursorInOverviewRuler: true,
  inlineSuggest: { enabled: false },
  insertSpaces: true,
  lineDecorationsWidth: 14,
  lineNumbersMinChars: 3,
  links: false,
  minimap: { enabled: false },
  multiCursorModifier: 'alt',
  occurrencesHighlight: 'off',
  overviewRulerBorder: false,
  overviewRulerLanes: 0,
  padding: { top: PADDING, bottom: PADDING },
  quickSuggestions: { other: true, comments: false, strings: false },
  renderLineHighlight: 'none',
  renderWhitespace: 'none',
  scrollBeyondLastColumn: 0,
  scrollBeyondLastLine: false,
  scrollbar: {
    alwaysConsumeMouseWheel: false,
    horizontalScrollbarSize: 8,
    verticalScrollbarSize: 8,
    useShadows: false,
  },
  snippetSuggestions: 'none',
  stickyScroll: { enabled: false },
  suggest: { showWords: false, showSnippets: false, preview: false, showStatusBar: false },
  acceptSuggestionOnEnter: 'smart',
  acceptSuggestionOnCommitCharacter: false,
  suggestSelection: 'first',
  tabSize: 2,
  useShadowDOM: false,
  wordBasedSuggestions: 'off',
  wordWrap: 'off',
} as const;

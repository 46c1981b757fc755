import { type CancellationToken, type editor, languages, type Position } from 'monaco-editor/editor';
import { type Catalog, complete, type Completion } from '../../sql/complete';
import { describeAt } from '../../sql/describeAt';
import { isSameName } from '../../sql/name';
import { maybeCall } from './call';
import { paintLine } from './paint';

type Model = editor.ITextModel;

const catalogs = new WeakMap<Model, () => Catalog | undefined>();

/** Says what the proposals and tips in a text are made of. */
export function setCatalog(model: Model, catalog: () => Catalog | undefined): void {
  catalogs.set(model, catalog);
}

/** Tells Monaco of DuckDB's SQL: its colours, brackets, proposals, tips and the parameters of functions. */
export function register(): void {
  languages.register({ id: ID });
  languages.setLanguageConfiguration(ID, configuration);
  languages.setTokensProvider(ID, { getInitialState: () => toState(''), tokenize });
  languages.registerCompletionItemProvider(ID, {
    triggerCharacters: ['.', '$', '"'],
    // asked again for every letter, since `complete` knows better than a filter what fits
    provideCompletionItems: (model, position) => ({
      suggestions: propose(model, position),
      incomplete: true,
    }),
  });
  languages.registerHoverProvider(ID, { provideHover: describe });
  languages.registerSignatureHelpProvider(ID, {
    signatureHelpTriggerCharacters: ['(', ','],
    provideSignatureHelp: findSignature,
  });
}

const ID = 'sql';

const configuration: languages.LanguageConfiguration = {
  comments: { lineComment: '--', blockComment: ['/*', '*/'] },
  brackets: [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '{', close: '}' },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  wordPattern: /[\p{L}_$][\p{L}\p{M}\p{N}_$]*/u,
};

interface LineState extends languages.IState {
  open: string;
}

function toState(open: string): LineState {
  return {
    open,
    clone: () => toState(open),
    equals: (other) => (other as LineState).open === open,
  };
}

/** Monaco's brackets know texts and comments by these words. */
const scopes: Partial<Record<string, string>> = { text: 'string', plain: '', name: '' };

function tokenize(line: string, state: languages.IState): languages.ILineTokens {
  const { strokes, open } = paintLine(line, (state as LineState).open);
  const tokens: languages.IToken[] = [];
  let end = 0;
  for (const { from, to, paint } of strokes) {
    if (from > end) tokens.push({ startIndex: end, scopes: '' });
    tokens.push({ startIndex: from, scopes: scopes[paint] ?? paint });
    end = to;
  }
  if (end < line.length) tokens.push({ startIndex: end, scopes: '' });
  return { tokens, endState: toState(open) };
}

function readCatalog(model: Model): Catalog {
  return catalogs.get(model)?.() ?? { tables: [], functions: [], keywords: [], parameters: [] };
}

function propose(model: Model, position: Position): languages.CompletionItem[] {
  const sql = model.getValue();
  const { from, to, items } = complete(sql, model.getOffsetAt(position), readCatalog(model));
  const range = toRange(model, from, to);
  const written = sql.slice(from, to);
  const isCalled = /^\s*\(/.test(sql.slice(to));
  return items.map((item, rank) => ({
    ...toWriting(item, isCalled),
    kind: languages.CompletionItemKind[kindNames[item.kind]],
    ...(item.help ? { documentation: item.help } : {}),
    // `complete` has chosen and ranked already
    filterText: written || item.label,
    sortText: String(rank).padStart(5, '0'),
    range,
  }));
}

/** A function comes with its brackets, and the place of writing is between them. */
function toWriting({ label, insert, kind, detail = '' }: Completion, isCalled: boolean) {
  if (kind !== 'function') return { label: { label, description: detail }, insertText: insert };
  if (isCalled) return { label: { label, detail }, insertText: insert };
  return {
    label: { label, detail },
    insertText: `${insert.replaceAll('$', '\\$')}($0)`,
    insertTextRules: languages.CompletionItemInsertTextRule.InsertAsSnippet,
    command: { id: 'editor.action.triggerParameterHints', title: '' },
  };
}

const kindNames = {
  column: 'Field',
  table: 'Struct',
  function: 'Function',
  keyword: 'Keyword',
  parameter: 'Variable',
} as const;

function describe(model: Model, position: Position): languages.Hover | undefined {
  const found = describeAt(model.getValue(), model.getOffsetAt(position), readCatalog(model));
  if (!found) return undefined;
  return {
    range: toRange(model, found.from, found.to),
    contents: found.lines.map((value) => ({ value })),
  };
}

function findSignature(
  model: Model,
  position: Position,
  _token: CancellationToken,
): languages.SignatureHelpResult | undefined {
  const call = maybeCall(model.getValue(), model.getOffsetAt(position));
  const known = call && readCatalog(model).functions.find(({ name }) => isSameName(name, call.name));
  if (!known || known.parameters.length === 0) return undefined;
  const label = `${known.name}(${known.parameters.join(', ')})`;
  return {
    value: {
      signatures: [
        {
          label: known.returns ? `${label} → ${known.returns}` : label,
          documentation: known.description,
          parameters: toPlaces(known.name, known.parameters),
        },
      ],
      activeSignature: 0,
      activeParameter: Math.min(call.argument, known.parameters.length - 1),
    },
    dispose() {},
  };
}

/** Each parameter by its place in `name(a, b)`, since two may have the same name. */
function toPlaces(name: string, parameters: readonly string[]): languages.ParameterInformation[] {
  let from = name.length + 1;
  return parameters.map((parameter) => {
    const to = from + parameter.length;
    const label: [number, number] = [from, to];
    from = to + 2;
    return { label };
  });
}

function toRange(model: Model, from: number, to: number) {
  const start = model.getPositionAt(from);
  const end = model.getPositionAt(to);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}

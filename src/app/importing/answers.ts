import { toConverter } from '../../import/columns/convert';
import type { Reading } from '../../import/columns/reading';
import type { InspectedColumn, Question, TableInspection } from '../../import/inspection';
import type { Edit } from './settings';
import { addMissing, change, chooseReading, setDelimiter } from './settings';

/** An answer to a question about a file: what it says, and what it does to the settings. */
export interface Answer {
  say: AnswerWord;
  edit: Edit;
}

export type AnswerWord =
  | { word: 'delimiter'; delimiter: string }
  | { word: 'header' | 'noHeader' | 'asText' | 'asMissing' }
  | { word: 'skip' | 'keepSkipped' | 'leaveFooter' | 'keepFooter'; lines: number }
  | { word: 'moment' | 'number'; value: string; reading: Reading }
  | { word: 'missingWords'; words: string[] }
  | { word: 'path'; path: string; rows: number };

const DELIMITERS = [',', ';', '\t', '|'];
/** The others can be chosen among the settings. */
const MOST_PATHS = 4;
const TEXT: Reading = { type: 'VARCHAR' };

/** The answers that a question has, the one in force first. Those about encodings and tables are lists of their own. */
export function toAnswers(question: Question, table: TableInspection): Answer[] {
  const { settings } = table;
  switch (question.ask) {
    case 'tables':
    case 'encoding':
    case 'rejected':
      return [];
    case 'path':
      return (table.paths ?? []).slice(0, MOST_PATHS).map(({ path, rows }) => ({
        say: { word: 'path', path, rows },
        edit: (given) => change(given, { path }),
      }));
    case 'delimiter':
      return [...new Set([settings.delimiter ?? ',', ...DELIMITERS])].map((delimiter) => ({
        say: { word: 'delimiter', delimiter },
        edit: (given) => setDelimiter(given, delimiter),
      }));
    case 'header':
      return [
        {
          say: { word: 'header' },
          edit: (given) => change(given, { header: Math.max(1, Number(settings.header ?? 1)) }),
        },
        { say: { word: 'noHeader' }, edit: (given) => change(given, { header: 0 }) },
      ];
    case 'skipped':
      return [
        {
          say: { word: 'skip', lines: question.lines },
          edit: (given) => change(given, { skip: settings.skip ?? question.lines }),
        },
        { say: { word: 'keepSkipped', lines: question.lines }, edit: (given) => change(given, { skip: 0 }) },
      ];
    case 'footer':
      return [
        {
          say: { word: 'leaveFooter', lines: question.lines },
          edit: (given) => change(given, { footer: question.lines }),
        },
        { say: { word: 'keepFooter', lines: question.lines }, edit: (given) => change(given, { footer: 0 }) },
      ];
    case 'day-or-month':
    case 'decimal':
    case 'misfits':
      return toColumnAnswers(question, table);
  }
}

/** A question as one that can be found again after another look at the file. */
export function toQuestionKey(question: Question): string {
  return 'column' in question ? `${question.ask}/${question.column}` : question.ask;
}

export function findColumn(columns: readonly InspectedColumn[], name: string): InspectedColumn | undefined {
  return columns.find(({ source }) => source === name) ?? columns.find((column) => column.name === name);
}

type ColumnQuestion = Extract<Question, { column: string }>;

function toColumnAnswers(question: ColumnQuestion, { columns, settings }: TableInspection): Answer[] {
  const column = findColumn(columns, question.column);
  if (!column) return [];
  const { source } = column;
  const asText: Answer = { say: { word: 'asText' }, edit: (given) => chooseReading(given, source, TEXT) };
  if (question.ask !== 'misfits') {
    const word = question.ask === 'decimal' ? 'number' : 'moment';
    return [
      ...findReadings(column, question.example).map((found) => toReadingAnswer(source, word, found)),
      asText,
    ];
  }
  const { reading, example, suggestMissing = [] } = question;
  const words = suggestMissing.length > 0 ? suggestMissing : [example];
  return [
    asText,
    { say: { word: 'asMissing' }, edit: (given) => chooseReading(given, source, reading, { accept: true }) },
    {
      say: { word: 'missingWords', words },
      edit: (given) =>
        addMissing(
          chooseReading(given, source, reading, { accept: given.columns?.[source]?.acceptMisfits ?? false }),
          words,
          settings.missing ?? [''],
        ),
    },
  ];
}

function toReadingAnswer(source: string, word: 'moment' | 'number', found: Found): Answer {
  return { say: { word, ...found }, edit: (given) => chooseReading(given, source, found.reading) };
}

interface Found {
  reading: Reading;
  value: string;
}

/** The readings of a column that give its example different values. */
function findReadings({ reading, alternatives }: InspectedColumn, example: string): Found[] {
  const found = new Map<string, Found>();
  for (const candidate of [...(reading ? [reading] : []), ...alternatives.map((other) => other.reading)]) {
    if (candidate.type === 'VARCHAR') continue;
    const value = toConverter(candidate)(example);
    if (value !== undefined && !found.has(value)) found.set(value, { reading: candidate, value });
  }
  return [...found.values()].toSorted((a, b) => toRank(a.reading) - toRank(b.reading));
}

/** The answers keep their places when one is chosen. */
function toRank(reading: Reading): number {
  if ('order' in reading) return ['ymd', 'dmy', 'mdy'].indexOf(reading.order);
  return 'decimal' in reading && reading.decimal === ',' ? 1 : 0;
}

import { holidayNames, type HolidayName } from '../../analytics/time/holidayNames';
import { formatFigure, localeTag } from '../../i18n/format';
import { locale, t } from '../../i18n/i18n';
import { stepWords } from '../../i18n/steps/steps';
import type { Note } from '../../lib/note';
import type { Problem } from '../../lib/problem';
import { findStep } from '../../steps/catalog';
import { toSettings } from '../../steps/settings';
import type { Step } from '../../steps/step';
import { STRONG, toSentence } from './told';

/** A piece of a sentence. */
export interface Piece {
  text: string;
  isStrong: boolean;
}

/** What a step does, in pieces; what a person calls it where they have given it a name. */
export function toPieces(step: Step): Piece[] {
  if (step.title) return [{ text: step.title, isStrong: false }];
  const kind = findStep(step.step);
  if (!kind) return [{ text: step.step, isStrong: true }];
  const said = toSentence(step.step, kind.fields, toSettings(kind.fields, step), {
    words: stepWords(),
    locale: localeTag(),
  });
  return said
    .split(new RegExp(`[${STRONG.open}${STRONG.close}]`))
    .flatMap((text, at) => (text ? [{ text, isStrong: at % 2 === 1 }] : []));
}

/** The same as plain text, for those who listen. */
export function toPlainWords(step: Step): string {
  return toPieces(step)
    .map(({ text }) => text)
    .join('');
}

export function toFieldLabel(step: string, setting: string): string {
  return stepWords().kinds[step]?.fields?.[setting] ?? stepWords().fields[setting] ?? setting;
}

export function toChoiceLabel(step: string, setting: string, choice: string): string {
  const words = stepWords();
  return (words.kinds[step]?.choices?.[setting] ?? words.choices[setting])?.[choice] ?? choice;
}

/** What keeps a step from fitting. */
export function toProblemWords(step: string, { code, params }: Problem): string {
  if (code === 'step-misfit' || code === 'analysis-misfit') {
    const words = stepWords().why[String(params.why)];
    if (words)
      return fillIn(words, params, (value) => (typeof value === 'number' ? formatFigure(value) : value));
  }
  if (code === 'step-required' && params.setting)
    return fillIn(stepWords().panel.required, { name: toFieldLabel(step, String(params.setting)) });
  return t(`problem.${code}`, { detail: '', file: '', name: '', ...params }).trim();
}

/** What is told of a step; nothing where there are no words for it. */
export function toNoteWords({ why, params }: Note): string | undefined {
  const words = stepWords().notes[why];
  return (
    words &&
    fillIn(words, params, (value, name) => {
      if (typeof value === 'number') return toFigure(value, name);
      return toTerm(name, value);
    })
  );
}

/** A word that notes have by a name of their own: a method, a country, a holiday. */
function toTerm(name: string, value: string): string {
  if (name === 'method') return stepWords().methods[value] ?? value;
  if (name === 'country') return toChoiceLabel('holidays', 'country', value);
  if (name === 'holiday' && isHoliday(value)) return holidayNames[value][locale() === 'zh' ? 1 : 0];
  return value;
}

function isHoliday(name: string): name is HolidayName {
  return Object.hasOwn(holidayNames, name);
}

/** How likely chance alone is to give as much is said to be below what nobody asks for more closely. */
function toFigure(value: number, name: string): string {
  if (name !== 'p') return formatFigure(value);
  return value < LEAST_P ? `p < ${formatFigure(LEAST_P)}` : `p = ${formatFigure(value)}`;
}

const LEAST_P = 0.0001;

/** `{count}` is the value of that name; `{count|row|rows}` is the first word where it is 1, and the second where not. */
export function fillIn(
  words: string,
  params: Readonly<Record<string, string | number>>,
  show: (value: string | number, name: string) => string = String,
): string {
  const numbered = words.replace(
    /\{(\w+)\|([^|}]*)\|([^}]*)\}/g,
    (_, name: string, one: string, several: string) =>
      /^[+−±]?1$/.test(String(params[name])) ? one : several,
  );
  return numbered.replace(/\{\{?\s*(\w+)\s*\}?\}/g, (all, name: string) =>
    name in params ? show(params[name]!, name) : all,
  );
}

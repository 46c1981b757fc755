import Check from 'lucide-solid/icons/check';
import { Index, Show } from 'solid-js';
import { formatCount, localeTag } from '../../i18n/format';
import { t } from '../../i18n/i18n';
import type { Question } from '../../import/inspection';
import type { RejectReason } from '../../import/text/records';
import { Button } from '../../ui/Button';
import type { Answer } from './answers';
import { findColumn } from './answers';
import { toDelimiterWords } from './delimiterWords';
import { toPathWords } from './pathWords';
import { toReadingWords, toTypeWords } from './readingWords';
import type { Asked, Session } from './session';
import { isSame } from './settings';

/** What the file alone can't answer, each in a line with its answers. */
export function Questions(props: { session: Session; onShowRejected: () => void }) {
  return (
    <Show when={props.session.asked().length > 0}>
      <section class="import-questions" aria-label={t('importing.questions')}>
        <ul>
          <Index each={props.session.asked()}>
            {(asked) => (
              <QuestionLine session={props.session} asked={asked()} onShowRejected={props.onShowRejected} />
            )}
          </Index>
        </ul>
      </section>
    </Show>
  );
}

function QuestionLine(props: { session: Session; asked: Asked; onShowRejected: () => void }) {
  const question = () => props.asked.question;
  const isChosen = ({ edit }: Answer) => isSame(edit(props.session.settings()), props.session.settings());
  /** What holds where nothing is answered. */
  const isAssumed = (answer: Answer) => {
    const found = props.session.table()?.settings ?? {};
    return !isSettled() && isSame(answer.edit(found), found);
  };
  const isSettled = () =>
    !props.asked.isOpen ||
    props.asked.answers.some(isChosen) ||
    (question().ask === 'tables' && props.session.hasTaken());
  const hasRejected = () => props.session.table()?.lines.some(({ role }) => role === 'rejected') ?? false;
  return (
    <li classList={{ settled: isSettled() }}>
      <span class="import-question-mark" aria-hidden="true">
        <Show when={isSettled()} fallback={question().ask === 'rejected' ? '!' : '?'}>
          <Check />
        </Show>
      </span>
      <p>
        {toQuestionWords(question(), props.session)}
        <Show when={isSettled()}>
          <span class="hidden-text"> {t('importing.answered')}</span>
        </Show>
      </p>
      <div class="import-answers">
        <Index each={props.asked.answers}>
          {(answer) => (
            <button
              type="button"
              class="answer"
              classList={{ assumed: isAssumed(answer()) }}
              title={isAssumed(answer()) ? t('importing.assumed') : undefined}
              aria-pressed={isChosen(answer())}
              onClick={() => props.session.edit(answer().edit)}
            >
              {toAnswerWords(answer())}
            </button>
          )}
        </Index>
        <Show when={question().ask === 'tables'}>
          <TableAnswers session={props.session} />
        </Show>
        <Show when={question().ask === 'rejected' && hasRejected()}>
          <Button tone="link" small onClick={() => props.onShowRejected()}>
            {t('importing.ask.showRejected')}
          </Button>
        </Show>
      </div>
    </li>
  );
}

function TableAnswers(props: { session: Session }) {
  const keys = () => props.session.tables().map(({ key }) => key);
  const others = () => keys().filter((key) => key !== props.session.table()?.key);
  const isOnly = () =>
    others().every(props.session.isLeftOut) && !props.session.isLeftOut(props.session.table()?.key ?? '');
  return (
    <>
      <button
        type="button"
        class="answer"
        aria-pressed={!keys().some(props.session.isLeftOut)}
        onClick={() => props.session.take(keys(), true)}
      >
        {t('importing.ask.allTables')}
      </button>
      <button
        type="button"
        class="answer"
        aria-pressed={isOnly()}
        onClick={() => {
          props.session.take(others(), false);
          props.session.take([props.session.table()?.key ?? ''], true);
        }}
      >
        {t('importing.ask.onlyThis', { name: props.session.table()?.key ?? '' })}
      </button>
    </>
  );
}

const REJECTED: Record<RejectReason, 'rejected' | 'rejectedBorder' | 'rejectedLines'> = {
  'too-many-fields': 'rejected',
  'over-border': 'rejectedBorder',
  'not-json': 'rejectedLines',
};

function toQuestionWords(question: Question, session: Session): string {
  switch (question.ask) {
    case 'tables':
      return t('importing.ask.tables', session.tables().length, formatCount(session.tables().length));
    case 'path':
    case 'encoding':
    case 'delimiter':
    case 'header':
      return t(`importing.ask.${question.ask}`);
    case 'skipped':
    case 'footer':
      return t(`importing.ask.${question.ask}`, question.lines, formatCount(question.lines));
    case 'rejected':
      return t(`importing.ask.${REJECTED[question.reason]}`, question.count, formatCount(question.count));
    case 'day-or-month':
      return t('importing.ask.moment', toColumnName(question.column, session), question.example);
    case 'decimal':
      return t('importing.ask.decimal', toColumnName(question.column, session), question.example);
    case 'misfits':
      return t(
        'importing.ask.misfits',
        toColumnName(question.column, session),
        question.count,
        formatCount(question.count),
        toTypeWords(question.reading.type),
        question.example,
      );
  }
}

function toColumnName(column: string, session: Session): string {
  return findColumn(session.table()?.columns ?? [], column)?.name ?? column;
}

function toAnswerWords({ say }: Answer): string {
  switch (say.word) {
    case 'delimiter':
      return toDelimiterWords(say.delimiter);
    case 'moment':
      return toDayWords(say.value) ?? toReadingWords(say.reading, say.reading.type);
    case 'number':
      return Number(say.value).toLocaleString(localeTag(), { maximumFractionDigits: 20, useGrouping: false });
    case 'path':
      return toPathWords(say);
    case 'missingWords':
      return t('importing.answers.missingWords', say.words.map((word) => `“${word}”`).join(' '));
    default:
      return t(`importing.answers.${say.word}`);
  }
}

/** `2024-03-05` → `5 March 2024`, so that no one has to think which is the month. */
function toDayWords(value: string): string | undefined {
  const [year, month, day] = value.slice(0, 10).split('-').map(Number);
  if (!year || !month || !day) return undefined;
  return new Date(year, month - 1, day).toLocaleDateString(localeTag(), { dateStyle: 'long' });
}

import { quoteName, quoteText } from '../../sql/quote';
import { toFamily } from '../../table/column';
import { column, values } from '../field';
import { isMoment } from '../shape/moments';
import { toStep } from '../step';
import { toLeftOutNotes, toLeftOutSql, toOwnTable } from './own';
import { checkDay } from './suggested';

/** The most frequent values are taken where no stages are named, and so many are read at a glance. */
const MOST_STAGES = 20;

/** How many reach each stage, having been through all before it. */
export const funnel = toStep({
  step: 'funnel',
  family: 'analyse',
  fields: {
    customer: column(),
    event: column(),
    stages: values({ optional: true, like: 'event' }),
    date: column({ optional: true, families: ['date'] }),
  },
  suggest({ columns: all, column: chosen }) {
    const words = all.filter(({ type }) => toFamily(type) === 'text').map(({ name }) => name);
    const event = chosen ?? words.find((name) => /stage|event|step|status|阶段|事件|步骤|状态/i.test(name));
    const who = /customer|client|user|session|visitor|(^|_)id$|客户|用户|会员|会话/i;
    const customer = all.find(({ name }) => name !== event && who.test(name))?.name;
    const date = all.find(({ type }) => isMoment(type))?.name;
    return { customer, event, date };
  },
  check: checkDay,
  ask({ customer, event, stages, date }, { from }) {
    const leftOut = toLeftOutSql(from, toTaken({ customer, event, date }));
    if (stages.length > 0) return `SELECT NULL, ${leftOut}`;
    return [
      `SELECT CAST(${quoteName(event)} AS VARCHAR) AS stage, ${leftOut}`,
      `FROM ${from}`,
      `WHERE ${quoteName(event)} IS NOT NULL`,
      `GROUP BY stage ORDER BY count(DISTINCT ${quoteName(customer)}) DESC, stage LIMIT ${MOST_STAGES}`,
    ].join('\n');
  },
  make({ customer, event, stages, date }, { from, found }) {
    const all = stages.length > 0 ? stages : ((found[0] ?? []) as readonly string[]);
    const names = all.length > 0 ? all : [''];
    const time = date === '' ? '0' : quoteName(date);
    const events = toOwnTable(from, 'events');
    const moves = [
      `SELECT ${quoteName(customer)} AS who, CAST(${quoteName(event)} AS VARCHAR) AS stage, ${time} AS seen`,
      `FROM ${from}`,
      `WHERE ${toTaken({ customer, event, date })}`,
    ].join(' ');
    const parts = names.map((name, at) => {
      const is = `${events}.stage = ${quoteText(name)}`;
      const rows =
        at === 0
          ? `${events} WHERE ${is}`
          : `${events} JOIN reached_${at} AS before USING (who) WHERE ${is} AND ${events}.seen >= before.seen`;
      return `reached_${at + 1} AS (SELECT who, min(${events}.seen) AS seen FROM ${rows} GROUP BY who)`;
    });
    const counts = all.map(
      (name, at) =>
        `SELECT ${at + 1} AS place, ${quoteText(name)} AS stage, count(*) AS reached FROM reached_${at + 1}`,
    );
    const none = 'SELECT 0 AS place, NULL::VARCHAR AS stage, 0 AS reached WHERE false';
    return {
      sql: [
        `WITH ${events} AS (${moves}),`,
        parts.join(',\n'),
        'SELECT CAST(place AS INTEGER) AS place, stage, CAST(reached AS BIGINT) AS reached,',
        '  reached / nullif(first(reached) OVER steps, 0) AS share_of_first,',
        '  reached / nullif(lag(reached) OVER steps, 0) AS share_of_previous',
        `FROM (${counts.length > 0 ? counts.join('\n  UNION ALL ') : none})`,
        'WINDOW steps AS (ORDER BY place)',
        'ORDER BY place',
      ].join('\n'),
      notes: toLeftOutNotes(found),
      columns: [
        { name: 'place', type: 'INTEGER' },
        { name: 'stage', type: 'VARCHAR' },
        { name: 'reached', type: 'BIGINT' },
        { name: 'share_of_first', type: 'DOUBLE' },
        { name: 'share_of_previous', type: 'DOUBLE' },
      ],
    };
  },
});

function toTaken({ customer, event, date }: { customer: string; event: string; date: string }): string {
  const needed = [customer, event, ...(date === '' ? [] : [date])];
  return needed.map((name) => `${quoteName(name)} IS NOT NULL`).join(' AND ');
}

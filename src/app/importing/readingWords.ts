import { t } from '../../i18n/i18n';
import type { NumberReading, Reading } from '../../import/columns/reading';
import type { Why } from '../../import/inspection';
import { toFamily } from '../../table/column';

/** How a column is read, in a few words: `Number · 1.234,5 · €`. */
export function toReadingWords(reading: Reading | undefined, type: string): string {
  if (!reading) return toTypeWords(type);
  return [toTypeWords(reading.type), ...toDetails(reading)].join(' · ');
}

/** A type of the engine, in a word or two. */
export function toTypeWords(type: string): string {
  switch (type) {
    case 'BIGINT':
    case 'DOUBLE':
    case 'DATE':
    case 'TIMESTAMP':
    case 'TIME':
    case 'BOOLEAN':
    case 'VARCHAR':
      return t(`reading.types.${type}`);
  }
  switch (toFamily(type)) {
    case 'number':
      return t(/INT(EGER)?$/.test(type) ? 'reading.types.BIGINT' : 'reading.types.DOUBLE');
    case 'date':
      return t(type.startsWith('TIMESTAMP') ? 'reading.types.TIMESTAMP' : 'reading.types.other');
    case 'nested':
      return t('reading.types.nested');
    default:
      return type === 'VARCHAR' ? t('reading.types.VARCHAR') : t('reading.types.other');
  }
}

export interface WhyDetails {
  example?: string | undefined;
  /** What most of the values are. */
  nearest?: Reading | undefined;
}

/** Why a column has its type. */
export function toWhyWords(why: Why, { example = '', nearest }: WhyDetails): string {
  const type = nearest && nearest.type !== 'VARCHAR' ? toTypeWords(nearest.type) : '';
  return t(`reading.why.${why}`, example, type);
}

/** Whether a reading is more than the plain form of its type. */
export function isSpecial(reading: Reading): boolean {
  return toDetails(reading).length > 0;
}

function toDetails(reading: Reading): string[] {
  switch (reading.type) {
    case 'VARCHAR':
    case 'TIME':
      return [];
    case 'BIGINT':
    case 'DOUBLE':
      return toNumberDetails(reading);
    case 'BOOLEAN':
      return reading.yes === undefined || reading.yes === 'true'
        ? []
        : [`${reading.yes} / ${reading.no ?? ''}`];
    case 'DATE':
    case 'TIMESTAMP': {
      const { order, excel, epoch, zone, month, year } = reading;
      const details: string[] = [];
      if (order !== 'ymd') details.push(t(`reading.order.${order}`));
      if (excel) details.push(t('reading.excel', { epoch: String(excel) }));
      if (epoch) details.push(t(`reading.epoch.${epoch}`));
      if (zone) details.push(t('reading.utc'));
      if (month) details.push(t('reading.month'));
      if (year !== undefined) details.push(t('reading.year', { year: String(year) }));
      return details;
    }
  }
}

function toNumberDetails({ type, decimal, group, currency, percent }: NumberReading): string[] {
  const details: string[] = [];
  const whole = group === undefined ? '1234' : `1${group}234`;
  if (decimal === ',' && type === 'DOUBLE') details.push(`${whole},5`);
  else if (group !== undefined) details.push(type === 'DOUBLE' ? `${whole}.5` : whole);
  if (currency) details.push(currency);
  if (percent) details.push(t('reading.percent'));
  return details;
}

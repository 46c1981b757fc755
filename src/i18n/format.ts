import { locale } from './i18n';

const tags = { en: 'en-GB', zh: 'zh-CN' } as const;

export function localeTag(): string {
  return tags[locale()];
}

export function formatCount(count: number): string {
  return count.toLocaleString(localeTag());
}

/** A figure in a sentence: its whole part as it is, and up to four digits in all; `1.2E-9` where there would be zeros only. */
export function formatFigure(value: number): string {
  if (Math.abs(value) >= 1000 || Number.isInteger(value))
    return value.toLocaleString(localeTag(), { maximumFractionDigits: 0 });
  const isTiny = Math.abs(value) < 1e-4;
  return value.toLocaleString(localeTag(), {
    maximumSignificantDigits: isTiny ? 2 : 4,
    ...(isTiny && { notation: 'scientific' }),
  });
}

/** `12.5%` of a share. */
export function formatPercent(share: number): string {
  return share.toLocaleString(localeTag(), { style: 'percent', maximumFractionDigits: 1 });
}

/** `78 MB`: thousands, as the operating system and the browser's own storage page count. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 10 ? 1 : 0;
  return `${value.toLocaleString(localeTag(), { maximumFractionDigits: digits })} ${units[unit]}`;
}

export function formatWhen(epochMs: number): string {
  return new Date(epochMs).toLocaleString(localeTag(), { dateStyle: 'medium', timeStyle: 'short' });
}

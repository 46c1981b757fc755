import type { encodings } from '../../i18n/importing.en';
import { t } from '../../i18n/i18n';

type Known = keyof typeof encodings;

/** The labels that a person can choose among. */
export const encodingLabels: readonly Known[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'utf-32be',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'euc-kr',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'windows-1258',
  'windows-874',
  'iso-8859-2',
  'iso-8859-3',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-6',
  'iso-8859-7',
  'iso-8859-8',
  'iso-8859-10',
  'iso-8859-13',
  'iso-8859-14',
  'iso-8859-15',
  'iso-8859-16',
  'koi8-r',
  'koi8-u',
  'ibm866',
  'macintosh',
];

/** An encoding in a person's words; one that is not known by its label. */
export function toEncodingWords(label: string): string {
  const known = encodingLabels.find((one) => one === label.toLowerCase());
  return known ? t(`encodings.${known}`) : label;
}

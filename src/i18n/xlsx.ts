import { locale } from './i18n';
import { xlsx as en } from './xlsx.en';
import { xlsx as zh } from './xlsx.zh';

const words = { en, zh };

/** They come with the dialog, and go into the file. */
export const xlsxWords = (): typeof en => words[locale()];

import { locale } from './i18n';
import { report as en } from './report.en';
import { report as zh } from './report.zh';

const words = { en, zh };

/** They come with the report. */
export const reportWords = (): typeof en => words[locale()];

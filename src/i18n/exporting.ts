import { exporting as en } from './exporting.en';
import { exporting as zh } from './exporting.zh';
import { locale } from './i18n';

const words = { en, zh };

/** They come with the dialog. */
export const exportWords = (): typeof en => words[locale()];

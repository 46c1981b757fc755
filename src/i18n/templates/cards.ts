import { locale } from '../i18n';
import { cards as en } from './cards.en';
import { cards as zh } from './cards.zh';

const words = { en, zh };

/** They come with the start page, on which templates are only named. */
export const cardWords = (): typeof en => words[locale()];

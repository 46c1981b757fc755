import { glance as en } from './glance.en';
import { glance as zh } from './glance.zh';
import { locale } from './i18n';

const words = { en, zh };

/** They come with what shows them: not before the first table. */
export const glanceWords = (): typeof en => words[locale()];

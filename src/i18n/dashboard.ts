import { dashboard as en } from './dashboard.en';
import { dashboard as zh } from './dashboard.zh';
import { locale } from './i18n';

const words = { en, zh };

/** They come with the dashboard. */
export const dashboardWords = (): typeof en => words[locale()];

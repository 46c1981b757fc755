import { createLater } from '../later';

const later = createLater({
  en: async () => (await import('./charts.en')).charts,
  zh: async () => (await import('./charts.zh')).charts,
});

/** The words of charts; they must have been loaded. */
export const chartWords = later.words;
export const loadChartWords = later.load;

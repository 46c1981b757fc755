import type { Dict } from './i18n';

export const zh: Dict = {
  app: {
    name: 'Quire',
  },
  grid: {},
};

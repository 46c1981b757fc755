export const en = {
  app: {
    name: 'Quire',
  },
  grid: {},
};

const DAY_MS = 86_400_000;
const START = Date.UTC(2024, 0, 1);

/** The rows of `xlsxOut.mjs`. @param {number} i */
export function toRow(i) {
  return [
    1_000_000 + i,
    `C-${String(i % 5000).padStart(6, '0')}`,
    `Customer ${(i * 7919) % 20_000}`,
    ['北京', '上海', '广州', 'Paris', 'Berlin'][i % 5],
    ['open', 'paid', 'sent'][i % 3],
    (i * 37) % 1000,
    ((i * 7919) % 100_000) / 100,
    ((i * 104_729) % 10_000_019) / 97,
    new Date(START + (i % 365) * DAY_MS),
    new Date(START + i * 61_000),
    i % 2 === 0,
    i % 3 > 0 ? `note number ${i} with some text` : null,
  ];
}

export const NAMES = 'id code customer city status quantity price amount ordered shipped paid note'.split(
  ' ',
);

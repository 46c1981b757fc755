import { quoteText } from '../../../sql/quote';
import { toFamily } from '../../../table/column';
import { quoteName } from '../../../sql/quote';
import type { Reading } from './reading';
import { toText } from './reading';

const YES = 'true yes y t on 1 是 有 对 真 ✓ ✔ √ ja oui sí si sì sim wahr vrai はい';
const NO = 'false no n f off 0 否 无 無 错 假 ✗ ✘ × nein nee non não falsch faux いいえ';

/** Words for yes and no, and 1 and 0. */
export const flagReading: Reading = {
  tables: [],
  read(column) {
    const { name, type } = column;
    const it = `it.${quoteName(name)}`;
    if (type === 'BOOLEAN') return it;
    if (toFamily(type) === 'number') return `CASE ${it} WHEN 1 THEN true WHEN 0 THEN false END`;
    const word = `lower(trim(${toText(column)}))`;
    return `CASE WHEN ${word} IN (${toList(YES)}) THEN true WHEN ${word} IN (${toList(NO)}) THEN false END`;
  },
};

function toList(words: string): string {
  return words.split(' ').map(quoteText).join(', ');
}

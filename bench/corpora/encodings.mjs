import { createRandom } from '../data.mjs';
import { toCsv } from './csv.mjs';
import { createEncoders } from './encoders.mjs';
import { languages } from './languages.mjs';
import { describeFailure, makeFile } from './outcome.mjs';
import { findFirstDifference, toRecords } from './table.mjs';

const SHARE = 38 / 40;
const LEAST_BYTES = 2200;

/** Each encoding with the languages that are written in it. */
const common = {
  gb18030: ['chinese', 'chineseOffice', 'chineseFew'],
  big5: ['taiwanese', 'hongKong'],
  shift_jis: ['japanese', 'japaneseOffice'],
  'euc-jp': ['japanese', 'japaneseOffice'],
  'euc-kr': ['korean', 'koreanOffice'],
  'utf-8': ['japanese', 'french'],
  'utf-16le': ['chinese', 'german'],
  'utf-16be': ['korean', 'russian'],
  'windows-1250': ['polish', 'czech', 'hungarian', 'romanian'],
  'windows-1251': ['russian', 'ukrainian', 'bulgarian'],
  'windows-1252': ['german', 'french', 'spanish', 'portuguese', 'italian', 'swedish', 'danish', 'finnish'],
  'windows-1253': ['greek'],
  'windows-1254': ['turkish'],
  'windows-1255': ['hebrew'],
  'windows-1256': ['arabic'],
  'windows-1257': ['lithuanian', 'latvian', 'estonian'],
  'windows-1258': ['vietnamese'],
  'windows-874': ['thai'],
  'iso-8859-2': ['polish', 'czech', 'hungarian'],
  'iso-8859-4': ['latvian'],
  'iso-8859-5': ['russian'],
  'iso-8859-6': ['arabic'],
  'iso-8859-7': ['greek'],
  'iso-8859-8': ['hebrew'],
  'iso-8859-13': ['lithuanian'],
  'iso-8859-15': ['french'],
  'iso-8859-16': ['romanian'],
};
const rare = {
  'koi8-r': ['russian'],
  'koi8-u': ['ukrainian'],
  ibm866: ['russian'],
  macintosh: ['french', 'german'],
  'x-mac-cyrillic': ['russian'],
};

/** Tables in the languages and encodings that people have, without a word on which it is. */
export async function run(/** @type {import('./run.mjs').Corpus} */ { reader }) {
  const encoders = await createEncoders(reader, [...Object.keys(common), ...Object.keys(rare)]);
  const misses = [];
  const toRow = async (/** @type {string} */ what, /** @type {Record<string, string[]>} */ encodings) => {
    const cases = Object.entries(encodings).flatMap(([label, names]) =>
      names.map((name) => ({ label, name })),
    );
    let right = 0;
    for (const { label, name } of cases) {
      const { file, records } = makeCase(encoders[label], { label, name });
      const outcome = await reader.read(file, { types: 'text' });
      const found = outcome.sources?.[0]?.receipt.encoding;
      const difference = () => findFirstDifference(toRecords(outcome.sources[0]), records);
      const reason = describeFailure(outcome) ?? difference();
      if (reason === undefined) right++;
      else
        misses.push({
          file: `${name} in ${label}`,
          reason: found ? `taken for ${found}; ${reason}` : reason,
        });
    }
    return { what, files: cases.length, right };
  };
  const first = await toRow('encodings of the issue, by itself', common);
  const second = await toRow('other encodings (KOI8, IBM866, Macintosh)', rare);
  return {
    rows: [
      { ...first, best: '', goal: '≥ 38 of 40', isMet: first.right / first.files >= SHARE },
      { ...second, best: '', goal: '' },
    ],
    misses,
    notes: [
      `Encodings: tables of ${LEAST_BYTES.toLocaleString('en')} bytes and a little more, right where every cell and name is. UTF-16LE has a mark in one of two.`,
    ],
  };
}

/**
 * @param {(text: string) => Buffer} encode
 * @param {{label: string, name: string}} about
 */
function makeCase(encode, { label, name }) {
  const { header, places, things, remarks } = languages[name];
  const random = createRandom([...label, ...name].reduce((seed, char) => seed * 31 + char.charCodeAt(0), 7));
  const pick = (/** @type {string[]} */ from) => from[Math.floor(random() * from.length)];
  const forms = (/** @type {string} */ text) => toWritable(text, label);
  const records = [header.map(forms)];
  let bytes = encode(toCsv(records));
  while (bytes.length < LEAST_BYTES) {
    const amount = String(1 + Math.floor(random() * 900));
    records.push(
      [String(1000 + records.length), pick(places), pick(things), amount, pick(remarks)].map(forms),
    );
    bytes = encode(toCsv(records));
  }
  const hasMark = label === 'utf-16le' && name === 'chinese';
  const content = Buffer.concat([hasMark ? encode('\uFEFF') : Buffer.alloc(0), bytes]);
  return { file: makeFile(`${name}.csv`, content), records };
}

/** The text as people write it in an encoding that has not every letter of it. @param {string} text @param {string} label */
function toWritable(text, label) {
  if (label === 'windows-1258') return toMarked(text);
  if (label === 'windows-1250') return text.replaceAll(/[șȘțȚ]/g, (char) => cedillas[char]);
  return /^(?:iso-8859|koi8)-/.test(label) ? text.replaceAll('’', "'") : text;
}

const cedillas = { ș: 'ş', Ș: 'Ş', ț: 'ţ', Ț: 'Ţ' };

/** Windows-1258 has the vowels, and the five tones as marks after them. @param {string} text */
function toMarked(text) {
  return [...text.normalize('NFC')]
    .map((char) => {
      const parts = char.normalize('NFD');
      const tones = parts.replaceAll(/[^\u0300\u0301\u0303\u0309\u0323]/g, '');
      return parts.replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '').normalize('NFC') + tones;
    })
    .join('');
}

import { expect, test } from 'vitest';
import { fromLink, isLink, toLink } from '../../src/export/link';
import { Problem } from '../../src/lib/problem';
import { serialize } from '../../src/workbook/serialize';
import { createRandom } from '../random';
import { sql, text, toBook } from './kinds';

const book = toBook(sql('by_city', 'SELECT city FROM "orders 茶" -- 😀'), text('# Notes'));
const page = 'https://example.org/quire/?x=1#old';

async function code(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'opened';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

test('a link brings the workbook back, with what its cells need', async () => {
  const needs = [{ name: 'orders 茶', columns: [{ name: 'city', type: 'VARCHAR' }] }];
  const link = await toLink(serialize(book, needs), page);
  expect(link).toMatch(/^https:\/\/example\.org\/quire\/\?x=1#w=[\w-]+$/);
  expect(isLink(link)).toBe(true);
  expect(await fromLink(link)).toEqual({ workbook: book, needs });
});

test('a link that is too long to be sent says how long, and how long it may be', async () => {
  const random = createRandom(3);
  const noise = Array.from({ length: 40_000 }, () => String.fromCharCode(33 + random.below(90))).join('');
  const large = toBook(text(noise));
  const problem = await toLink(serialize(large), page).catch((error: unknown) => error);
  expect(problem).toMatchObject({ code: 'link-too-long', params: { limit: 30_000 } });
});

test('a link that was cut off, or is none, is refused', async () => {
  const link = await toLink(serialize(book), page);
  for (const broken of [link.slice(0, -9), `${page}#w=`, '#w=%%%', '#w=AAAA', link.replace('#w=', '#w=x')])
    expect([broken, await code(fromLink(broken))]).toEqual([broken, 'link-damaged']);
});

test('a link that comes to more than any workbook is refused while it is unpacked', async () => {
  const bomb = new Blob([new Uint8Array(60 * 2 ** 20)])
    .stream()
    .pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = Buffer.from(await new Response(bomb).arrayBuffer());
  expect(await code(fromLink(`#w=${bytes.toString('base64url')}`))).toBe('link-damaged');
});

test('a link of a newer form says so', async () => {
  const link = await toLink({ ...serialize(book), quire: 99 }, page);
  expect(await code(fromLink(link))).toBe('quire-newer');
});

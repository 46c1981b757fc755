import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, RequestOptions } from 'node:http';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policy, toHeadersFile } from '../scripts/headers.mjs';
import { serve } from '../scripts/serve.mjs';

const root = mkdtempSync(path.join(tmpdir(), 'quire-serve-'));
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(path.join(root, 'site/assets'), { recursive: true });
  const files = {
    'secret.txt': 'secret',
    'site/index.html': '<!doctype html>',
    'site/.hidden': 'hidden',
    'site/empty.csv': '',
    'site/assets/main-a1B2_3-d.js': '0123456789',
    'site/assets/main-a1B2_3-d.js.gz': 'packed',
    'site/assets/engine-abcdefgh.wasm': 'wasm',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
  server = await serve({ root: path.join(root, 'site'), port: 0 });
});

afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const script = '/assets/main-a1B2_3-d.js';

test('a page is read anew and a hashed file is kept for good', async () => {
  const page = await get('/');
  expect(page).toMatchObject({ status: 200, body: '<!doctype html>' });
  expect(page.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
  });
  const asset = await get(script);
  expect(asset.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect((await get('/assets/engine-abcdefgh.wasm')).headers['content-type']).toBe('application/wasm');
});

test('a file that has not changed is not sent again', async () => {
  const { headers } = await get(script);
  const again = await get(script, { headers: { 'If-None-Match': headers.etag } });
  expect(again).toMatchObject({ status: 304, body: '' });
  expect((await get(script, { headers: { 'If-None-Match': '"other"' } })).status).toBe(200);
});

test.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '416\n', 'bytes */10'],
  ['bytes=-0', 416, '416\n', 'bytes */10'],
  ['bytes=4-2', 200, '0123456789', undefined],
  ['bytes=0-1,4-5', 200, '0123456789', undefined],
])('the range %s is answered with %i', async (range, status, body, contentRange) => {
  const found = await get(script, { headers: { Range: range } });
  expect(found).toMatchObject({ status, body });
  expect(found.headers['content-range']).toBe(contentRange);
});

test('a range of a file that has changed gives the whole file', async () => {
  const found = await get(script, { headers: { Range: 'bytes=2-4', 'If-Range': '"old"' } });
  expect(found).toMatchObject({ status: 200, body: '0123456789' });
});

test('HEAD gives the headers and no body, and other methods are refused', async () => {
  const head = await get(script, { method: 'HEAD' });
  expect(head).toMatchObject({ status: 200, body: '' });
  expect(head.headers['content-length']).toBe('10');
  expect((await get(script, { method: 'POST' })).status).toBe(405);
});

test('an empty file is sent as such', async () => {
  expect(await get('/empty.csv')).toMatchObject({ status: 200, body: '' });
});

test.each([
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/assets/..%5c..%5c..%5csecret.txt',
  '/.hidden',
  '/assets',
  '/assets/',
  '/missing.js',
  '/%00',
  '/%',
])('%s is not found', async (url) => {
  expect((await get(url)).status).toBe(404);
});

test('a packed sibling is sent to those who accept it, except on the same machine', async () => {
  const accepting = { 'Accept-Encoding': 'gzip, br' };
  expect(await get(script, { headers: accepting })).toMatchObject({ body: '0123456789' });
  const remote = await get(script, { headers: { ...accepting, Host: 'quire.example' } });
  expect(remote).toMatchObject({ body: 'packed' });
  expect(remote.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'Accept-Encoding',
  });
  expect(await get(script, { headers: { Host: 'quire.example' } })).toMatchObject({ body: '0123456789' });
});

test('every answer carries the policy, a refusal too', async () => {
  for (const url of ['/', script, '/missing.js']) {
    const { headers } = await get(url);
    expect(headers['content-security-policy']).toBe(`${policy}; frame-ancestors 'none'`);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  }
  expect(toHeadersFile()).toContain(`\n  Content-Security-Policy: ${policy}; frame-ancestors 'none'\n`);
});

test('the policy names no other origin and no way to run text as code', () => {
  expect(policy).not.toMatch(/https?:|wss?:|\*|'unsafe-/);
});

test('headers can be left out, and files can be served under a path', async () => {
  const plain = await serve({ root: path.join(root, 'site'), port: 0, headers: false, base: '/some/where/' });
  try {
    expect(plain.url).toBe(`http://localhost:${plain.port}/some/where/`);
    const page = await get('/some/where/', { port: plain.port });
    expect(page.status).toBe(200);
    expect(page.headers['content-security-policy']).toBeUndefined();
    expect((await get('/', { port: plain.port })).status).toBe(404);
    expect((await get(script, { port: plain.port })).status).toBe(404);
  } finally {
    await plain.close();
  }
});

test('where the port is taken the next free one is used', async () => {
  const next = await serve({ root, port: server.port });
  expect(next.port).toBeGreaterThan(server.port);
  await next.close();
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Asks by `node:http`, because `fetch` tidies `..` away and sets headers of its own. */
function get(url: string, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path: url, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text) => (body += text));
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    asked.on('error', fail);
    asked.end();
  });
}

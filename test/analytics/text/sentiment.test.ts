import { describe, expect, it } from 'vitest';
import { toLexicon } from '../../../src/analytics/text/lexicon';
import { scoreTexts } from '../../../src/analytics/text/sentiment';

const lexicon = toLexicon();
const score = (text: string) => scoreTexts([text], lexicon).scores[0];

describe('how a text sounds', () => {
  it('is by AFINN in English', () => {
    // the example of AFINN's own documentation, whose answer is 3
    expect(score('This is utterly excellent!')).toBe(3);
    expect(score('A terrible, broken cup')).toBe(-2);
  });

  it('is by a list of our own in Chinese, whichever the script, and by emoji', () => {
    expect(score('很满意，包装精美')).toBe(2);
    expect(score('很滿意，包裝精緻')).toBe(2);
    expect(score('太差，是假货')).toBe(-3);
    expect(score('😡')).toBe(-3);
  });

  it('turns where a word is denied just before, in the same clause', () => {
    expect(score('not excellent')).toBeCloseTo(-0.74 * 3, 14);
    expect(score("it isn't very excellent")).toBeCloseTo(-0.74 * 3, 14);
    expect(score('no, excellent')).toBe(3);
    expect(score('not this one but that other excellent cup')).toBe(3);
    expect(score('不好用')).toBe(-2);
    expect(score('不喜欢')).toBeCloseTo(-0.74 * 2, 14);
  });

  it('does not hang on what is polite', () => {
    expect(score('Hello, please, I would like it. Thanks!')).toBeNaN();
    expect(score('您好，麻烦尽快处理，谢谢 🙏')).toBeNaN();
  });

  it('is the mean of its words, which are told with their texts', () => {
    const { scores, words } = scoreTexts(['excellent, bad', 'bad bad', 'a cup'], lexicon);
    expect([...scores]).toEqual([0, -3, NaN]);
    expect(words).toEqual([
      { word: 'excellent', isDenied: false, score: 3, texts: [0] },
      { word: 'bad', isDenied: false, score: -3, texts: [0, 1] },
    ]);
  });
});

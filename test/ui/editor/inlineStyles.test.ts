import { expect, test } from 'vitest';
import { renameStyles } from '../../../src/ui/editor/inlineStyles';

test('style attributes of tags are renamed', () => {
  expect(
    renameStyles('<div style="top:0px;" class="a"><span class="b" style="width:7px">x</span></div>'),
  ).toBe(
    '<div data-monaco-style="top:0px;" class="a"><span class="b" data-monaco-style="width:7px">x</span></div>',
  );
});

test('a text that looks like one is left alone', () => {
  const text = '<span class="mtk1">select \' style="color:red" \'</span>';
  expect(renameStyles(text)).toBe(text);
});

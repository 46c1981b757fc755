import { expect, test } from 'vitest';
import { createEncodingProbe } from '../../../src/import/text/encoding';
import { createIso2022Check } from '../../../src/import/text/iso2022';
import { createUtf32Decoder } from '../../../src/import/text/utf32';

const units = (codes: number[]) => new Uint8Array(Uint32Array.from(codes).buffer);

test('UTF-32 is decoded wherever a piece ends, and what is no character is replaced', () => {
  const bytes = units([0x61, 0x4e2d, 0x1f600, 0xd800, 0x110000, 0x62]);
  for (let size = 1; size <= bytes.length; size++) {
    const decoder = createUtf32Decoder('utf-32le');
    let text = '';
    for (let at = 0; at < bytes.length; at += size)
      text += decoder.decode(bytes.subarray(at, at + size), { stream: true });
    expect(text + decoder.decode()).toBe('a中😀\ufffd\ufffdb');
  }
  expect(createUtf32Decoder('utf-32be').decode(Uint8Array.of(0, 0, 0, 0x61, 0, 0))).toBe('a\ufffd');
});

test('the mark of UTF-32 is not taken for that of UTF-16', () => {
  const probe = createEncodingProbe();
  probe.push(units([0xfeff, 0x61]));
  expect(probe.finish()).toMatchObject({ label: 'utf-32le', markBytes: 4, sure: true });
});

test('ISO-2022-JP shows in how it turns to Japanese characters, wherever a piece ends', () => {
  const bytes = Buffer.from('id\n\u001b$B8@8l\u001b(B\n');
  for (let cut = 0; cut < bytes.length; cut++) {
    const check = createIso2022Check();
    check.push(bytes.subarray(0, cut));
    check.push(bytes.subarray(cut));
    expect(check.isFound).toBe(true);
  }
  const colours = createIso2022Check();
  colours.push(Buffer.from('\u001b[31mred\u001b[0m costs $B\n\u001b\u001b$x'));
  expect(colours.isFound).toBe(false);
});

test('an escape in a text beyond ASCII does not make it ISO-2022-JP', () => {
  const probe = createEncodingProbe();
  probe.push(Buffer.from('id,名\n\u001b$B8@\u001b(B,言葉\n'));
  expect(probe.finish().label).toBe('utf-8');
});

import { Table, tableToIPC, vectorFromArray, Utf8 } from 'apache-arrow';
import { expect, test } from 'vitest';
import { toValues } from '../../src/engine/arrow';

test('a text keeps the mark that it begins with', () => {
  const texts = ['\uFEFFa', '', null, '北京', '\uFEFF'];
  const bytes = tableToIPC(new Table({ a: vectorFromArray(texts, new Utf8()) }), 'stream');
  expect(toValues(bytes)).toEqual({ values: [texts], rowCount: 5 });
});

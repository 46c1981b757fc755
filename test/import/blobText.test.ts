import { expect, test } from 'vitest';
import { toBlobText } from '../../src/import/blobText';
import { createDuck } from '../run/duck';

test('bytes are shown as the engine shows them', async () => {
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const hex = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const duck = await createDuck();
  const shown = duck.query(`SELECT unhex('${hex}')::VARCHAR AS shown`).getChild('shown')?.get(0);
  expect(toBlobText(bytes)).toBe(shown);
}, 30_000);

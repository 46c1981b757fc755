import { expect, test } from 'vitest';
import { warnOfUnsaved } from '../../../src/app/keeping/leaving';
import type { SaveStatus } from '../../../src/app/keeping/saving';
import { createBrowser } from './fakes';

test('the page is asked about before it goes only while something is not saved', () => {
  const target = new EventTarget();
  let status: SaveStatus = 'saved';
  const stop = warnOfUnsaved({ ...createBrowser().openTab().keeper, status: () => status }, target);
  const leave = () => !target.dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const asked = (['none', 'saved', 'saving', 'failed'] as const).map((next) => {
    status = next;
    return leave();
  });
  expect(asked).toEqual([false, false, true, true]);
  stop();
  expect(leave()).toBe(false);
});

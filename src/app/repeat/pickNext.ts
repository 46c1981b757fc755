import type { App } from '../context';
import { createPicker } from '../picker';
import { startRepeat } from './repeat';

const pick = createPicker();

/** Asks for next month's files. */
export function pickNext(app: App): void {
  app.prepare();
  pick((files) => startRepeat(app, files));
}

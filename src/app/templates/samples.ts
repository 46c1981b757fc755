import type { Template } from '../../templates/template';
import type { App } from '../context';
import { fetchSamples } from '../samples';

/** Brings in the tables of the sample company that a template is about. */
export async function bringSamples(app: App, { tables }: Template): Promise<void> {
  const names = [...new Set(Object.values(tables).map(({ sample }) => sample))];
  const files = (await Promise.all(names.map((name) => fetchSamples(name)))).flat();
  const page = app.view.page();
  await app.importFiles(files, { ask: 'never' });
  if (page === 'home') app.view.show(undefined);
}

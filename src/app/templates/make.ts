import { kinds } from '../../cells/kinds';
import { locale } from '../../i18n/i18n';
import { loadTemplateWords } from '../../i18n/templates/templates';
import { toFreeName } from '../../lib/freeName';
import { findTemplate } from '../../templates/catalog';
import type { Filled, Template } from '../../templates/template';
import { createId, createWorkbook } from '../../workbook/document';
import type { Workbook } from '../../workbook/document';
import { setPart, setReport } from '../../workbook/report';
import type { App } from '../context';
import { wordsOf } from './words';

/** Makes a new workbook of a template, and shows it; it runs at once. */
export async function makeFromTemplate(app: App, template: Template, filled: Filled): Promise<void> {
  await Promise.all([loadTemplateWords(), template.load?.()]);
  const book = toWorkbook(
    template,
    filled,
    app.sources.state.sources.map(({ name }) => name),
  );
  const workbooks = await app.loadWorkbooks();
  await workbooks.create(book);
  app.view.showWorkbook();
}

function toWorkbook(template: Template, filled: Filled, taken: readonly string[]): Workbook {
  const words = wordsOf(template.id);
  const used = [...taken];
  const { cells, report, outputs } = template.make({
    filled,
    words,
    locale: locale(),
    name(wanted) {
      const free = toFreeName(wanted, used);
      used.push(free);
      return free;
    },
  });
  const made = cells.map(({ spec, part }) => {
    const id = createId();
    const cell = kinds.find(spec.kind)!.toCell(spec, id);
    return { id, part, cell: spec['collapsed'] === true ? { ...cell, collapsed: true } : cell };
  });
  const book = createWorkbook({
    title: words.title,
    cells: made.map(({ cell }) => cell),
    ...(outputs && { outputs }),
  });
  return made.reduce(
    (before, { id, part }) => (part ? setPart(before, id, part) : before),
    report ? setReport(book, report) : book,
  );
}

export function needTemplate(id: string): Template {
  const template = findTemplate(id);
  if (!template) throw new Error(`no template: ${id}`);
  return template;
}

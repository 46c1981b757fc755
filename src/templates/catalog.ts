import { basket } from './basket';
import { cleanList } from './cleanList';
import { quality } from './quality';
import { churn } from './churn';
import { salesReport } from './salesReport';
import { segments } from './segments';
import { service } from './service';
import type { Template } from './template';

/** Every template, in the order in which they are offered. A new one is a file, a line here, and its words. */
export const templates: readonly Template[] = [
  salesReport,
  basket,
  segments,
  churn,
  quality,
  service,
  cleanList,
];

export function findTemplate(id: string): Template | undefined {
  return templates.find((template) => template.id === id);
}

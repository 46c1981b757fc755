import { expect, test } from 'vitest';
import { checkOutputs, toShortList } from '../../src/workbook/outputs';

test('a button names up to three tables, and of more the first two', () => {
  expect(toShortList(['a', 'b', 'c'])).toBe('a, b, c');
  expect(toShortList(['a', 'b', 'c', 'd'])).toBe('a, b …');
});

test('what a template has leave the workbook is what a saved one may say', () => {
  const tables = { names: ['clean_list'], format: 'xlsx', settings: {}, template: '{name} {date}' };
  expect(checkOutputs({ tables })).toEqual({ tables });
});

test('a report leaves again in the form in which it left, if that is one of ours', () => {
  const toReport = (format: string) => ({ report: { format, template: '{name}' } });
  for (const format of ['html', 'docx', 'markdown'])
    expect(checkOutputs(toReport(format))).toEqual(toReport(format));
  expect(checkOutputs(toReport('exe'))).toEqual({});
});

test('only a web page is interactive', () => {
  const toReport = (format: string, interactive: unknown) =>
    checkOutputs({ report: { format, interactive, template: '{name}' } }).report;
  expect(toReport('html', true)).toEqual({ format: 'html', interactive: true, template: '{name}' });
  expect(toReport('html', 'yes')).toEqual({ format: 'html', template: '{name}' });
  expect(toReport('markdown', true)).toEqual({ format: 'markdown', template: '{name}' });
});

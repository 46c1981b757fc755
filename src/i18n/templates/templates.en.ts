import { basket } from './basket.en';
import { cleanList } from './cleanList.en';
import { quality } from './quality.en';
import { churn } from './churn.en';
import { salesReport } from './salesReport.en';
import { service } from './service.en';
import { segments } from './segments.en';

export const templates = {
  dialog: {
    table: 'Table',
    choose: 'Choose…',
    none: 'None',
    optional: 'if there is one',
    examples: (values: string) => `such as ${values}`,
    noTables: 'This needs a table. Import yours, or try it with the sample company.',
    missing: (roles: string) => `Still to choose: ${roles}.`,
    twice: (column: string) => `“${column}” is chosen twice. A column has one role.`,
    wrongType: (column: string, type: string) =>
      `“${column}” is ${type}: what can be read is converted, the rest is left out.`,
    types: { number: 'no number', date: 'no date' },
    importFiles: 'Import files…',
    samples: 'Use the sample company',
    loading: 'Bringing the sample company in…',
    cancel: 'Cancel',
    make: 'Make the workbook',
  },
  of: { salesReport, basket, segments, churn, quality, service, cleanList },
};

import { cards } from './cards.en';
export const cleanList = {
  ...cards.of.cleanList,
  tables: { people: 'Customers, members or contacts' },
  columns: {
    key: 'Customer number',
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    address: 'Address',
    city: 'City',
    date: 'Date, such as customer since',
  },
  names: {
    mask: 'mask_personal',
    blanks: 'blank_words',
    rowsFigure: 'rows_figure',
    changedFigure: 'changed_figure',
    twiceFigure: 'twice_figure',
    checkFigure: 'check_figure',
    changeChart: 'change_chart',
    changeTable: 'change_table',
    sureChart: 'sure_chart',
    twiceTable: 'twice_table',
    checkTable: 'check_table',
    cityChart: 'city_chart',
    list: 'clean_list',
    numbered: 'list_numbered',
    filled: 'list_filled',
    tidied: 'list_tidied',
    cityNames: 'city_names',
    cities: 'city_spellings',
    unified: 'list_unified',
    changes: 'changes',
    figures: 'figures',
  },
  fields: {
    row: 'Row in file',
    person: 'Same person',
    sure: 'How sure',
    check: 'To check',
    column: 'Column',
    before: 'Before',
    after: 'After',
    kind: 'Change',
    rows: 'Rows',
    told: 'Written',
    usual: 'Usual',
    chinese: 'Chinese',
    english: 'English',
  },
  kinds: {
    emptied: 'Meant “nothing”, now missing',
    surface: 'Blanks, case or width',
    form: 'Brought into one form',
  },
  checks: { phone: 'phone is no number', email: 'e-mail is none', date: 'date cannot be read' },
  captions: {
    changes: 'The most frequent changes',
    twice: 'Rows that are probably one person',
    check: 'Rows to check',
  },
  joint: { is: ': ', next: '; ' },
  maskLabel: 'Mask personal data',
  blanksLabel: 'Words that mean “nothing”',
  blanks: 'N/A, NA, #N/A, null, none, unknown, -, --, ?, 无, 未知, 暂无',
  hidden: '***',
  head: (
    figures: string,
    list: string,
  ) => `**{{${figures}.rows}}** rows are left of {{${figures}.before}}: {{${figures}.again}} repeated another row in every column. {{${figures}.changed}} values were changed, in {{${figures}.changed_rows}} rows.

{{${figures}.twice}} rows are probably {{${figures}.persons}} persons, and {{${figures}.to_check}} rows have something to check. They are marked, not dropped.

The clean list is the table **${list}**. “Save ${list}”, above the report and among the commands (Ctrl+K), saves it for Excel at once; every other form is in the table’s menu.`,
  figures: {
    rows: 'Rows in the clean list',
    changed: 'Values changed',
    twice: 'Probably there twice',
    check: 'Rows to check',
  },
  figureHints: {
    rows: 'each row once',
    changed: 'counted one by one',
    twice: 'rows of one person',
    check: 'marked in the list',
  },
  changesHead: `## What was changed

Every value that reads otherwise than in the file. Nothing else was touched: all other columns are as they were.`,
  changeChart: 'Changed values by column',
  lookHead: '## What to look at',
  lookTwice: `Rows that probably mean one person, compared by all that is known of them: a rare phone number says more than a common name. 1 is certain. Look at them in pairs; to join them, open the step “Find near duplicates” in the preparation and let it merge.`,
  lookCheck: `What could not be brought into a form stays as it was written, and is named in the column “To check”. Where that table is empty, everything could be read.`,
  sureChart: 'How sure it is that rows are one person',
  citiesHead: `## Where customers are

After cleaning. A city that is written in several ways, 北京市, Beijing or BEIJING, has the name that most rows of your list give it.`,
  cityChart: 'Rows by city',
  notes: `## How this was done

Rows that repeat another in every column are left out, the first one stays. Texts lose what cannot be seen and blanks at their ends; words that mean “nothing” become missing. Rows keep the order of the file, columns their names; the last columns are new.`,
  notesPhone:
    'Phone numbers are written as in China: 13812345678, 010-62345678; others begin with + and their country. “+86”, hyphens and full-width digits are taken away.',
  notesEmail: 'E-mail addresses are in lower case, without what stood around them.',
  notesDate: 'Dates are read in every usual form, and are dates afterwards.',
  notesCity:
    'Cities are known by a list of those of China in Chinese and English (folded up below); add other names there. A name that is in no list is compared by its letters alone.',
  notesNear: 'Who is there twice is told by name, phone, e-mail and address together.',
  notesMask:
    'Masking is for names, phones, e-mails and addresses, and leaves a first letter and the digits at both ends. It does not touch other columns: look through notes before the list leaves. Numbers of customers are no names, but somebody may know whose they are.',
};

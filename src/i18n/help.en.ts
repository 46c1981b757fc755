/** What the help says, besides the list of keys and steps. */
export const help = {
  title: 'Help',
  start: 'Getting started',
  steps:
    'Drop a file or a folder anywhere, or paste cells copied from Excel or a web page. A clean file becomes a source at once; a doubtful one is shown first, as it stands and as it will be, and you decide. Files of one form become one table. Click a source to see its rows, a column to see what is in it.',
  receipt:
    'Every import has a receipt. Records in the file = header + skipped + loaded + rejected; rejected records are kept as a table with line, reason and text.',
  safe: 'Codes keep their leading zeros and all their digits. A column becomes a number or a date only when every value is one.',
  shortcuts: 'Shortcuts',
  grid: 'In the table',
  keys: {
    move: 'Move',
    extend: 'Select more',
    edge: 'To the edge',
    page: 'A page up or down',
    all: 'Select all',
    copy: 'Copy',
    copyHeaders: 'Copy with headers',
    menu: 'Keep, leave out, replace a value…',
    resize: 'Make the column narrower or wider',
  },
  workbook: 'In a workbook',
  making: {
    title: 'Making charts and maps',
    text: 'A new chart shows pictures of the table to choose from; a press makes one the cell’s own. An analysis shows its own above its rows: a press puts that chart below it. Then put columns on the fields of the form, by dragging or choosing; the sliders at a field say how they are taken: sum or mean, month or year, how many groups. “Options” has what only this kind has; “Title, lines, legend” also lines at values, at the mean or the median, and remarks, where the kind has an axis for them. “Text” is the same chart in words that can be copied. Whatever is left out, cut or put together is said below the picture.',
    maps: 'A column of countries, provinces of China or states of the USA makes a map, whatever language or short form the names have; names that were not found are listed, and can be set right in the form. Two columns of longitude and latitude make points, with circles by size, or counted in squares where there are many. Maps are drawn on this device: no tiles, no addresses are looked up, nothing is asked of anyone.',
  },
  chart: {
    title: 'In a chart',
    text: 'Point at a mark, or go to it by keys, and its values are said. Ctrl and the wheel, or a region that you draw, come closer, in small multiples to all of them at once. The legend shows and hides series; the button at the corner saves the picture.',
    move: 'from mark to mark',
    rows: 'the rows behind the mark (or double click)',
    table: 'the table, and the picture again',
    zoom: 'closer, further away, all',
    space: 'Space',
    choose:
      'chooses the mark: the other charts and tables of the same rows show its rows only (or click; draw across several)',
    pan: 'chooses several; nothing pointed at: moves what is shown closer',
  },
  dashboard: {
    title: 'Dashboard',
    text: '“Dashboard” in the header shows the workbook as its readers have it: charts, figures and texts, with the inputs above, and no code. It comes by itself; after “Arrange”, drag tiles and their corners, add cells, name tiles and pages. “Present” shows a page at a time: arrow keys turn, Esc leaves. With a tile in focus while arranging:',
    move: 'Move it, past its neighbour',
    size: 'Make it wider, narrower, taller, shorter',
    name: 'Give it a title',
    remove: 'Take it off the page',
  },
  recipe: 'Steps',
  recipeText:
    'A cell of steps cleans and shapes a table. Add a step by its name or from a column’s menu; the table shows what it would do before you apply it. Click a step to see the table after it. With a step in focus: Enter changes it, Alt+↑ and Alt+↓ move it, Delete removes it.',
  analyses: 'Analyses',
  analysesText:
    'An analysis is a step as well: add it by its name, such as clusters, forecast or regression. It is computed when it is applied. Its answer stands over the table in a sentence, with what was left out and what to mind; below it, how it is computed. Its further tables are the tabs over the rows, and any query reads them behind the cell’s name: segments.centers. A model that is trained is kept the same way, and “Predict with a model” uses it on another table.',
  excel: 'Excel',
  excelText:
    '“Workbook to Excel” writes every cell that has rows as a sheet of one file, with a list of contents and a sheet of notes: sources and their receipts, inputs, SQL and time. A single table goes by “Export the table”. Codes and numbers of more than 15 digits are text, so that Excel rounds none; a text that begins with = is text and no formula. What Excel cannot hold is listed in the notes with its cells.',
  report: 'Report',
  reportText:
    '“Report”, in the switch at the top, lays the workbook out as on paper: its texts, charts and tables in their order, inputs as a line of filters. “Arrange” puts parts elsewhere (drag, or Alt and ↑ ↓), leaves some out, sets two side by side, begins pages, and says SQL in footnotes. It leaves as one web page that opens anywhere without a network, by the browser’s print as PDF, as a Word document, or as Markdown with pictures. With “Interactive”, the web page has the rows of its tables inside: they are searched, filtered (part of a text, > 10, 10..20), sorted and saved as CSV in it, and charts say their values by mouse and by arrow keys. “Save …” beside it saves the tables that left the workbook the last time, or that a task such as a customer list is made for, at once and in the same form. “Again with new files” takes next month’s files, shows what is different in them, runs all, and saves what left the last time, named as before with the date of the day.',
  allSteps: 'Every step and analysis, by name',
  workbookText:
    'A cell’s name is a table in every other cell, and an input is read as $name. A change runs what follows from it. Undo takes back every change of the workbook, and the removing and replacing of a source; an import is taken back by removing its source. Click a cell or move to it, then:',
  cells: {
    edit: 'Edit the cell',
    leave: 'Leave it',
    run: 'Run',
    runAndNext: 'Run, and go to the next',
    runAndAdd: 'Run, and add one below',
    move: 'Next, previous',
    add: 'Add above, below',
    choose: 'Choose what to add',
    remove: 'Delete',
    duplicate: 'Duplicate',
    rename: 'Rename',
    fold: 'Fold up or unfold',
    order: 'Move up or down',
  },
  console: 'Automation',
  consoleText:
    'The page offers window.quire in the browser’s console: import, query, sources, addCell, run, result and more. See the README.',
};

/** What keeps a step from fitting its table. */
export const stepProblems = {
  'step-unknown':
    'This version of Quire has no step “{{ name }}”. Remove it, or open the workbook in a newer version.',
  'step-required': 'Something is not chosen yet.',
  'step-column': 'There is no column “{{ column }}” at this step. Choose another one.',
  'step-family':
    'The column “{{ column }}” is {{ type }}, which this step cannot use. Choose another one, or convert it first.',
  'step-number': 'Write a number from {{ min }} to {{ max }}.',
  'step-value': '“{{ value }}” is not a value of the type {{ type }}.',
  'step-name': 'There is a column “{{ name }}” already. Choose another name.',
  'step-table': 'Nothing is called “{{ name }}”. Choose another table.',
  'recipe-unreadable': 'This file holds no recipe. Choose one that was saved from the steps of a cell.',
  'step-misfit': 'This step does not fit its table.',
  'step-unrun': 'This step is computed when it is applied and the cell runs.',
  'analysis-misfit': 'This analysis does not fit its data.',
  'analysis-ended':
    'The browser ended the computation, most likely because it wanted too much memory. Choose fewer columns or rows and run it again.',
};

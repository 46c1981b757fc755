/** What keeps a step from fitting its table. */
export const stepProblems = {
  'step-unknown': '此版本的 Quire 没有“{{ name }}”这个步骤。请删除它，或用更新的版本打开工作簿。',
  'step-required': '还有内容没有选择。',
  'step-column': '到这一步时没有“{{ column }}”列。请另选一列。',
  'step-family': '“{{ column }}”列的类型是 {{ type }}，不能用于这一步。请另选一列，或先转换类型。',
  'step-number': '请填写 {{ min }} 到 {{ max }} 之间的数。',
  'step-value': '“{{ value }}”不是 {{ type }} 类型的值。',
  'step-name': '已经有“{{ name }}”列了。请换一个名称。',
  'step-table': '没有叫“{{ name }}”的表。请另选一张表。',
  'recipe-unreadable': '这个文件里没有步骤。请选择从步骤单元保存的文件。',
  'step-misfit': '这一步不适用于它的表。',
  'step-unrun': '这一步要在应用之后、单元格运行时才会计算。',
  'analysis-misfit': '这项分析不适用于这些数据。',
  'analysis-ended': '浏览器中止了计算，多半是内存不够。请少选一些列或行，再运行一次。',
};

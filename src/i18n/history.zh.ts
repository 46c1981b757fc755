import type { Dict } from './en';

export const history: Dict['history'] = {
  undo: '撤销：{{ what }}',
  redo: '重做：{{ what }}',
  add: '添加单元',
  change: '修改单元',
  rename: '重命名单元',
  fold: '折叠单元',
  remove: '删除单元',
  move: '移动单元',
  duplicate: '复制单元',
  title: '修改标题',
  runMode: '更改运行方式',
  dashboard: '修改仪表板',
  report: '修改报告',
  renameSource: '重命名数据源',
  restore: '恢复旧版本',
  removeSource: '移除数据源',
  restoreSource: '恢复数据源',
  replaceSource: '替换数据源的文件',
};

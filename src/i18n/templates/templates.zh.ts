import { basket } from './basket.zh';
import { cleanList } from './cleanList.zh';
import { quality } from './quality.zh';
import { churn } from './churn.zh';
import { salesReport } from './salesReport.zh';
import { service } from './service.zh';
import { segments } from './segments.zh';
import type { templates as en } from './templates.en';

export const templates: typeof en = {
  dialog: {
    table: '表',
    choose: '请选择…',
    none: '没有',
    optional: '可选',
    examples: (values) => `例如 ${values}`,
    noTables: '需要一张表。请导入您自己的文件，或先用示例公司试一试。',
    missing: (roles) => `还需选择：${roles}。`,
    twice: (column) => `“${column}”被选了两次，一列只能有一个含义。`,
    wrongType: (column, type) => `“${column}”${type}：能识别的值会转换，其余不计入。`,
    types: { number: '不是数字', date: '不是日期' },
    importFiles: '导入文件…',
    samples: '使用示例公司',
    loading: '正在载入示例公司…',
    cancel: '取消',
    make: '生成工作簿',
  },
  of: { salesReport, basket, segments, churn, quality, service, cleanList },
};

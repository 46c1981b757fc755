import type { StepWords, Told } from './told';

const invalid = { keep: '保持原样', flag: '保持原样，并在旁边一列标出', clear: '变为缺失' };

const says = (what: string) => (told: Told) => `检查并统一${told.names('columns')}中的${what}`;

/** Steps that check values of one sort, and write them in one form. */
export const checks = {
  phone: {
    name: '电话号码',
    help: '把电话号码写成统一格式，并找出不是号码的值：支持国内手机和座机（带不带 +86 都行），以及以 + 或 00 开头的国外号码。',
    also: '手机号 座机 校验 格式 phone mobile tel',
    says: says('电话号码'),
    fields: { invalid: '不是号码的值', form: '格式', home: '没写国家代码的号码' },
    choices: {
      invalid,
      form: {
        national: '13812345678、010-62345678',
        spaced: '138 1234 5678、010 6234 5678',
        e164: '+8613812345678、+861062345678',
      },
      home: { cn: '当作国内号码', none: '不算号码' },
    },
  },
  email: {
    name: '电子邮箱',
    help: '去掉邮箱地址前后的多余内容，并找出不是邮箱的值。',
    also: '邮件 校验 email mail',
    says: says('邮箱'),
    fields: { invalid: '不是邮箱的值', lower: '统一为小写' },
    choices: { invalid },
  },
  postcode: {
    name: '邮政编码',
    help: '找出不是六位邮编的值；被当成数字读入的，补回开头丢掉的 0。',
    also: '邮编 校验 postcode zip',
    says: says('邮编'),
    fields: { invalid: '不是邮编的值' },
    choices: { invalid },
  },
  idCard: {
    name: '身份证号',
    help: '核对身份证号的校验位，15 位升为 18 位，还可以取出出生日期、性别和地区代码。',
    also: '身份证 校验码 生日 性别 GB11643 id card',
    says: says('身份证号'),
    fields: { invalid: '不是身份证号的值', parts: '添加出生日期、性别、地区列' },
    choices: { invalid },
  },
  bankCard: {
    name: '银行卡号',
    help: '按 Luhn 算法核对银行卡号的校验位。',
    also: '信用卡 校验 luhn bank card',
    says: says('银行卡号'),
    fields: { invalid: '不是卡号的值', form: '格式' },
    choices: { invalid, form: { digits: '6222021234567890123', groups: '6222 0212 3456 7890 123' } },
  },
  merge: {
    name: '合并写法',
    help: '同一事物有多种写法时，把每组写法统一成一个名称；分组由你审阅确定。',
    also: '聚类 归并 相似 别名 错别字 同音 拼音 cluster merge openrefine pinyin',
    says: (told) => `合并${told.name('column')}中的 ${told.count('groups')} 组写法`,
    fields: { groups: '分组', to: '统一为', from: '写法' },
  },
  validate: {
    name: '按规则校验',
    help: '给每一行标出违反了哪些规则，或只留下违规的行。缺失值只违反“不能缺失”这条规则。',
    also: '数据质量 约束 唯一 外键 范围 validate check',
    says(told) {
      const rules = told
        .each('rules')
        .map(
          (it) =>
            it.text('label') ||
            (it.is('rule', 'formula') ? it.name('formula') : `${it.name('column')}${it.choice('rule')}`),
        );
      return `${told.is('show', 'broken') ? '只留违反规则的行' : '校验'}：${told.join(rules)}`;
    },
    fields: {
      rules: '规则',
      rule: '要求',
      label: '规则名称',
      type: '类型',
      least: '下限',
      most: '上限',
      pattern: '整个文本的正则',
      with: '连同这些列',
      key: '对应的列',
      formula: '公式',
      show: '给出',
      name: '新列名',
    },
    choices: {
      rule: {
        present: '不能缺失',
        type: '写法是',
        range: '在范围内',
        pattern: '符合正则',
        'one-of': '是其中之一',
        unique: '不重复',
        known: '在另一张表中',
        formula: '公式成立',
      },
      type: { number: '数值', whole: '整数', date: '日期：2024-03-05' },
      show: { column: '所有行，并标出违反的规则', broken: '只要违规的行' },
    },
  },
} satisfies Record<string, StepWords>;

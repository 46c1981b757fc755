import type { Column } from '../../table/column';
import { toFamily } from '../../table/column';
import { column, flag, number, values } from '../field';

export const textField = column({ families: ['text'] });

/** What counts as a word. */
export const wordFields = {
  stop: flag(true),
  own: values({ optional: true }),
  least: number({ otherwise: 3, min: 1, whole: true }),
};

const TEXT =
  /text|comment|note|message|content|description|feedback|review|summary|subject|remark|body|内容|留言|评论|評論|描述|反馈|反饋|评价|評價|备注|備註|说明|說明|投诉|投訴|摘要|正文/i;
const GROUP = /categor|type|kind|class|topic|channel|segment|类|類|渠道|分组|主题/i;

interface Chosen {
  columns: readonly Column[];
  column?: string;
}

export function suggestText(context: Chosen): { text?: string } {
  return { text: suggestTexts(context).text };
}

/** The column that was chosen or is named as one of texts, and else the last text; and one that may tell groups apart. */
export function suggestTexts({ columns, column: chosen }: Chosen): { text?: string; by?: string } {
  const texts = columns.filter(({ type }) => toFamily(type) === 'text').map(({ name }) => name);
  const text =
    texts.find((name) => name === chosen) ?? texts.findLast((name) => TEXT.test(name)) ?? texts.at(-1);
  const others = texts.filter((name) => name !== text);
  return { text, by: others.find((name) => GROUP.test(name)) ?? others[0] };
}

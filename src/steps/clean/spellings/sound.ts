import { pinyin } from 'pinyin-pro';
import { toPlainText } from './keys';

/** How a text sounds in Mandarin, as one word: 李强, “Lǐ Qiáng” and “liqiang” have one key, and so have 张三 and 章三. */
export function toSound(value: string): string {
  const spoken = value.replace(/\p{Script=Han}+/gu, toPinyin);
  const plain = spoken.normalize('NFD').replace(/([ln])u\u0308/gi, '$1v');
  return toPlainText(plain).replaceAll(' ', '');
}

/** A name may begin it, which some characters are read otherwise in: 单 is Shan, 曾 is Zeng. */
function toPinyin(han: string): string {
  return pinyin(han, { toneType: 'none', v: true, surname: 'head', separator: '' });
}

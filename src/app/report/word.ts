import type { ReportContent } from '../../export/report/content';
import type { DocxPicture } from '../../export/report/docx/pen';
import { toBlockWidth, toTallest } from '../../export/report/style';
import { DOCX, toDocx } from '../../export/report/toDocx';
import { toZip } from '../../export/zip';
import type { Drawn } from './pictures';
import { drawChart, drawImage } from './pictures';

/** As large as a logo is on the page. */
const LOGO = { width: 220, height: 72 };

/** The report as a document of Word, its pictures as points. */
export async function toWordFile(content: ReportContent): Promise<Blob> {
  const { blocks, logo, look } = content;
  const pictures = new Map<string, DocxPicture>();
  const add = async (key: string, drawn: Drawn | undefined) => {
    if (drawn) pictures.set(key, { ...drawn, png: new Uint8Array(await drawn.png.arrayBuffer()) });
  };
  const most = { width: toBlockWidth(look), height: toTallest(look) };
  if (logo) await add(logo, await drawImage(logo, LOGO));
  for (const block of blocks) {
    if (block.kind === 'chart') await add(block.cell, await drawChart(block));
    if (block.kind !== 'text') continue;
    for (const address of findImages(block.html))
      if (!pictures.has(address)) await add(address, await drawImage(address, most));
  }
  const parts = toDocx(content, { pictures }).map(({ path, bytes }) => ({
    path,
    blob: new Blob([bytes]),
    deflate: !path.endsWith('.png'),
  }));
  return new Blob([await toZip(parts)], { type: DOCX });
}

function findImages(html: string): string[] {
  const { images } = new DOMParser().parseFromString(html, 'text/html');
  return [...images].map((image) => image.getAttribute('src') ?? '');
}

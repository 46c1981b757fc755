import type { ChartBlock } from '../../export/report/content';

/** A picture as points, and how large it is shown in CSS pixels. */
export interface Drawn {
  png: Blob;
  width: number;
  height: number;
}

/** As many points as paper shows, for a pixel of the page. */
const SCALE = 2;

/** A chart as other programs show it, which know no SVG. */
export async function drawChart({ light }: ChartBlock): Promise<Drawn> {
  const { toPng } = await import('../../charts/render/image');
  const [, width, height] = /^<svg[^>]*?\swidth="([\d.]+)"[^>]*?\sheight="([\d.]+)"/.exec(light) ?? [];
  const size = { width: Number(width), height: Number(height) };
  return { png: await toPng({ text: onPaper(light), ...size }, SCALE), ...size };
}

/** A picture that stands by itself has to bring its paper along. */
function onPaper(svg: string): string {
  return svg.replace('>', '><rect x="-12" y="-12" width="100%" height="100%" fill="#ffffff"/>');
}

/** An image that lies in the workbook itself, whatever its form, no larger than is said; undefined where it can't be read. */
export async function drawImage(
  address: string,
  most: { width: number; height: number },
): Promise<Drawn | undefined> {
  const image = new Image();
  image.src = address;
  const isRead = await image.decode().then(
    () => true,
    () => false,
  );
  const [across, down] = [image.naturalWidth, image.naturalHeight];
  if (!isRead || across === 0 || down === 0) return undefined;
  const shown = Math.min(1, most.width / across, most.height / down);
  // points that an image does not have are not made up; lines have as many as are wanted
  const scale = address.startsWith('data:image/svg') ? shown * SCALE : Math.min(1, shown * SCALE);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(across * scale));
  canvas.height = Math.max(1, Math.round(down * scale));
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const png = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  return png ? { png, width: across * shown, height: down * shown } : undefined;
}

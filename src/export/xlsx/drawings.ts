import type { ZipStream } from '../zipStream';
import type { Picture } from './book';
import { RELATIONS, toAttribute, toAscii, XML } from './xml';

const SPREADSHEET_DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** English Metric Units: 914,400 an inch, of which a CSS pixel is the 96th part. */
const EMU = 9525;

/** Writes the pictures of sheets, a drawing for each. */
export function createDrawings(zip: ZipStream) {
  let drawings = 0;
  let images = 0;
  return {
    count: () => drawings,
    /** Gives the number of the drawing that a sheet refers to. */
    async add(pictures: readonly Picture[]): Promise<number> {
      const number = ++drawings;
      const anchors: string[] = [];
      const relations: string[] = [];
      for (const [at, picture] of pictures.entries()) {
        const size = toSize(picture);
        const image = ++images;
        await zip.store(`xl/media/image${image}.png`, picture.png);
        relations.push(
          `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/image" Target="../media/image${image}.png"/>`,
        );
        anchors.push(toAnchor(picture, size, at + 1));
      }
      await zip.store(
        `xl/drawings/drawing${number}.xml`,
        toAscii(
          `${XML}<xdr:wsDr xmlns:xdr="${SPREADSHEET_DRAWING}" xmlns:a="${DRAWING}">${anchors.join('')}</xdr:wsDr>`,
        ),
      );
      await zip.store(
        `xl/drawings/_rels/drawing${number}.xml.rels`,
        toAscii(`${XML}<Relationships xmlns="${PACKAGE_RELATIONS}">${relations.join('')}</Relationships>`),
      );
      return number;
    },
  };
}

export type Drawings = ReturnType<typeof createDrawings>;

interface Size {
  width: number;
  height: number;
}

function toAnchor({ row, column, alt }: Picture, { width, height }: Size, id: number): string {
  const extent = `cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"`;
  return (
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>` +
    `<xdr:ext ${extent}/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id + 1}" name="Picture ${id}" descr="${toAttribute(alt)}"/>` +
    `<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
    `<xdr:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="rId${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>` +
    `</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>`
  );
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** As it is wanted, or as the picture says of itself; what one side lacks follows from the other. */
function toSize({ png, width, height, scale = 1 }: Picture): Size {
  if (png.length < 24 || SIGNATURE.some((byte, at) => png[at] !== byte)) throw new Error('not a PNG');
  const view = new DataView(png.buffer, png.byteOffset);
  const own = { width: view.getUint32(16) / scale, height: view.getUint32(20) / scale };
  const ratio = own.height / own.width;
  return {
    width: width ?? (height === undefined ? own.width : height / ratio),
    height: height ?? (width === undefined ? own.height : width * ratio),
  };
}

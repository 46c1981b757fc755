import { RELATIONS, toAttribute } from '../../xlsx/xml';
import { maybeAddress, toRun } from './xml';

/** A picture as points, and how large it stands there in CSS pixels. */
export interface DocxPicture {
  readonly png: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

export interface PenOptions {
  pictures: ReadonlyMap<string, DocxPicture>;
  /** How high a picture may be. */
  tallest: number;
  /** Headings by their ids, as they are called in the file. */
  bookmarks: ReadonlyMap<string, string>;
}

/** English Metric Units: 914,400 an inch, of which a CSS pixel is the 96th part. */
const EMU = 9525;
const PICTURE = 'http://schemas.openxmlformats.org/drawingml/2006/picture';

/** Writes what a text can't hold itself: the text has a number, and what it stands for lies in another part of the file. */
export function createPen({ pictures, tallest, bookmarks }: PenOptions) {
  const relations: string[] = [];
  const media: Uint8Array<ArrayBuffer>[] = [];
  const images = new Map<string, string>();
  const links = new Map<string, string>();
  const notes: string[] = [];
  const lists: { start: number; level: number }[] = [];
  let drawn = 0;
  let marked = 0;

  return {
    relations: relations as readonly string[],
    media: media as readonly Uint8Array<ArrayBuffer>[],
    notes: notes as readonly string[],
    lists: lists as readonly { start: number; level: number }[],

    /** A part of the file that the text refers to. */
    relate: (type: string, target: string): string => relate(type, `Target="${target}"`),

    /** The number of an address; undefined where a link may not lead. */
    link(href: string): string | undefined {
      const address = maybeAddress(href);
      if (address === undefined) return undefined;
      const id = links.get(address) ?? relate('hyperlink', `Target="${address}" TargetMode="External"`);
      links.set(address, id);
      return id;
    },

    /** The place that contents lead to. */
    mark(id: string, runs: string): string {
      const name = bookmarks.get(id);
      if (name === undefined) return runs;
      const number = ++marked;
      return `<w:bookmarkStart w:id="${number}" w:name="${name}"/>${runs}<w:bookmarkEnd w:id="${number}"/>`;
    },

    /** The number of a footnote; Word counts them itself. */
    note(text: string): string {
      return `<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${notes.push(text)}"/></w:r>`;
    },

    /** The number of a list that counts by itself, 1 being the list that does not count. */
    list: (start: number, level: number): number => lists.push({ start, level }) + 1,

    /** A picture in a line, no wider than there is room; its words where there is none. */
    picture(key: string, { alt, room }: { alt: string; room: number }): string {
      const found = pictures.get(key);
      if (!found) return toRun(alt);
      const scale = Math.min(1, room / found.width, tallest / found.height);
      const [cx, cy] = [found.width, found.height].map((side) => Math.max(1, Math.round(side * scale * EMU)));
      const number = ++drawn;
      const named = `id="${number}" name="Picture ${number}" descr="${toAttribute(alt)}"`;
      return (
        `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named}/>` +
        `<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="${PICTURE}">` +
        `<pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${embed(key, found)}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
        `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>` +
        `</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
      );
    },
  };

  function relate(type: string, target: string): string {
    const id = `rId${relations.length + 1}`;
    relations.push(`<Relationship Id="${id}" Type="${RELATIONS}/${type}" ${target}/>`);
    return id;
  }

  function embed(key: string, { png }: DocxPicture): string {
    const known = images.get(key);
    if (known !== undefined) return known;
    const id = relate('image', `Target="media/image${media.push(png)}.png"`);
    images.set(key, id);
    return id;
  }
}

export type Pen = ReturnType<typeof createPen>;

/** A tag of an XML text; names without their prefix. */
export interface XmlTag {
  name: string;
  isEnd: boolean;
  /** `<a/>`, or the end itself. */
  isClosed: boolean;
  attributes: Readonly<Record<string, string>>;
  /** What stands between this tag and the next, decoded. */
  text: string;
}

/**
 * The tags of an XML text one after the other. No document type is looked at, so no entity but the five of XML and the
 * numbered ones means anything, and none can grow.
 */
export function* readTags(xml: string): Generator<XmlTag> {
  let at = xml.indexOf('<');
  while (at >= 0) {
    if (xml.startsWith('<!', at) || xml.startsWith('<?', at)) {
      at = xml.indexOf('<', skipDeclaration(xml, at));
      continue;
    }
    const end = findTagEnd(xml, at + 1);
    const isEnd = xml[at + 1] === '/';
    const inside = xml.slice(at + (isEnd ? 2 : 1), end);
    const name = /^[^\s/]*/.exec(inside)![0];
    const { text, next } = readText(xml, end + 1);
    yield {
      name: toLocalName(name),
      isEnd,
      isClosed: isEnd || inside.endsWith('/'),
      attributes: isEnd ? {} : readAttributes(inside.slice(name.length)),
      text,
    };
    at = next;
  }
}

export function toLocalName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function skipDeclaration(xml: string, at: number): number {
  if (xml.startsWith('<!--', at)) return endOf(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return endOf(xml, ']]>', at + 9);
  if (xml.startsWith('<?', at)) return endOf(xml, '?>', at + 2);
  // a document type may hold declarations of its own in brackets
  const close = xml.indexOf('>', at);
  const open = xml.indexOf('[', at);
  return open >= 0 && open < close ? endOf(xml, '>', endOf(xml, ']', open)) : endOf(xml, '>', at);
}

function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** A `>` within quotes belongs to a value. */
function findTagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const char = xml[at];
    if (char === '>') return at;
    if (char === '"' || char === "'") {
      at = xml.indexOf(char, at + 1);
      if (at < 0) break;
    }
  }
  return xml.length;
}

/** The text up to the next tag; comments within are left out, and marked sections taken as they stand. */
function readText(xml: string, from: number): { text: string; next: number } {
  let text = '';
  for (let at = from; ;) {
    const open = xml.indexOf('<', at);
    text += decodeEntities(xml.slice(at, open < 0 ? xml.length : open));
    if (open < 0) return { text, next: -1 };
    if (xml.startsWith('<![CDATA[', open)) {
      at = endOf(xml, ']]>', open);
      text += xml.slice(open + 9, at - 3);
    } else if (xml.startsWith('<!--', open)) at = endOf(xml, '-->', open);
    else return { text, next: open };
  }
}

function readAttributes(inside: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of inside.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const local = toLocalName(name!);
    attributes[local] ??= decodeEntities(double ?? single ?? '');
  }
  return attributes;
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Line ends as XML has them, and `&lt;`, `&#10;`; an entity that is unknown stays as it stands. */
export function decodeEntities(text: string): string {
  const even = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  if (!even.includes('&')) return even;
  return even.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi,
    (all, hex, digits, name) => {
      if (name) return ENTITIES[name.toLowerCase()]!;
      const code = hex ? Number.parseInt(hex, 16) : Number(digits);
      return code <= 0x10ffff ? String.fromCodePoint(code) : all;
    },
  );
}

/** Excel writes what XML can't hold as `_x000D_`, and an underscore that would start such a mark as `_x005F_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

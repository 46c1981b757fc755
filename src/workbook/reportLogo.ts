export type LogoFault = 'too-large' | 'no-image' | 'unsafe';

/** A logo is in every saved version of the workbook, so it has to be small. */
export const MOST_LOGO_BYTES = 300_000;

const FORM = /^data:image\/(png|jpeg|svg\+xml);base64,([A-Za-z0-9+/]+={0,2})$/;

/** What a file of the kind begins with, in base64. */
const begins: Record<string, string> = { png: 'iVBORw0KGgo', jpeg: '/9j/' };

/**
 * What of an SVG could run, be asked for elsewhere, or grow without end. As an image it could do none of it in a browser, but
 * other programs may do more.
 */
const UNSAFE =
  /<!(?:doctype|entity)|<\?xml-stylesheet|<\s*(?:[\w-]+:)?(?:script|foreignobject|iframe|embed|object|audio|video|handler|listener|set|animate\w*)\b|[\s"'/]on[a-z]+\s*=|(?:^|[\s"'/:])(?:href|src)\s*=\s*(?!["'](?:#|data:image\/(?:png|jpeg);))|@import|url\(\s*(?!["']?#)|javascript:|&#/i;

/** Says why an image cannot be a logo; undefined where it can. */
export function checkLogo(url: string): LogoFault | undefined {
  if (url === '') return undefined;
  if (url.length > (MOST_LOGO_BYTES * 4) / 3 + 100) return 'too-large';
  const [, kind, base64] = FORM.exec(url) ?? [];
  if (!kind || !base64) return 'no-image';
  if (kind !== 'svg+xml') return base64.startsWith(begins[kind]!) ? undefined : 'no-image';
  const text = maybeText(base64);
  if (text === undefined || !/^\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--[^]*?-->\s*)*<svg[\s>]/i.test(text))
    return 'no-image';
  return UNSAFE.test(text) ? 'unsafe' : undefined;
}

/** UTF-8 only: in another encoding it would be another text for whoever opens it. */
function maybeText(base64: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // neither base64 nor UTF-8: no image of ours
    return undefined;
  }
}

import { createSha256 } from '../sha256';
import { escapeHtml } from '../formats/html';
import { toBody } from './body';
import type { ReportContent } from './content';
import { toLive } from './live';
import { liveStyle } from './liveStyle';
import { toFileStyle, toPageStyle, toStyle } from './style';
import { createTones, withOwnIds } from './tones';

/**
 * Makes the heads of tables buttons that sort; no real ones, which Chromium leaves out where a head is repeated on paper. The order of values is in the page already (`data-r`), so that it is the right one
 * for numbers, dates and every language; what is missing stays last.
 */
const SORT = `for(const table of document.querySelectorAll("table.rows")){const heads=[...table.tHead.rows[0].cells];heads.forEach((head,at)=>{const button=document.createElement("span");button.setAttribute("role","button");button.tabIndex=0;button.append(...head.childNodes);head.append(button);button.addEventListener("keydown",(event)=>{if(event.key==="Enter"||event.key===" "){event.preventDefault();button.click()}});button.addEventListener("click",()=>{const isDown=head.getAttribute("aria-sort")==="ascending";for(const other of heads)other.removeAttribute("aria-sort");head.setAttribute("aria-sort",isDown?"descending":"ascending");const rank=(row)=>{const r=row.cells[at].dataset.r;return r===undefined?Infinity:isDown?-r:+r};const rows=[...table.tBodies[0].rows].sort((a,b)=>{const x=rank(a),y=rank(b);return x===y?0:x-y});table.tBodies[0].append(...rows)})})}`;

/** A report as one page that stands by itself: nothing is asked of anyone, and it reads the same without its script. With words for it, it has its rows inside. */
export function toHtml(content: ReportContent): string {
  const tones = createTones();
  const body = toBody(content, {
    toPicture({ light, dark }, id) {
      if (dark === undefined) return withOwnIds(light, id);
      const joined = tones.join(light, dark);
      if (joined !== undefined) return withOwnIds(joined, id);
      return `<div class="both"><div class="light">${withOwnIds(light, id)}</div><div class="dark">${withOwnIds(dark, `${id}d`)}</div></div>`;
    },
  });
  const hasTables = content.blocks.some(({ kind }) => kind === 'table');
  const live = content.live && toLive(content, content.live);
  const script = live ? live.script : hasTables ? SORT : '';
  const { accent } = content.look;
  const style = [
    toPageStyle(content.look),
    toStyle(content.look),
    toFileStyle({ light: `--chosen:${accent};${tones.toCss('light')}`, dark: tones.toCss('dark') }),
    live ? liveStyle : '',
  ].join('');
  const policy = [
    "default-src 'none'",
    `style-src '${toHash(style)}'`,
    ...(script ? [`script-src '${toHash(script)}'`] : []),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${escapeHtml(content.lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(content.title)}</title>
<style>${style}</style>
</head>
<body>
<main class="report">
${body}
</main>${live ? `\n<script type="application/json" id="live">${live.data}</script>` : ''}${script ? `\n<script>${script}</script>` : ''}
</body>
</html>
`;
}

/** As a policy names what may stand in the page. */
function toHash(text: string): string {
  const sum = createSha256();
  sum.push(new TextEncoder().encode(text));
  const bytes = sum
    .finish()
    .match(/../g)!
    .map((pair) => String.fromCharCode(parseInt(pair, 16)));
  return `sha256-${btoa(bytes.join(''))}`;
}

import type { ReportLook } from './content';

/** Millimetres of a sheet, and what is left free around it. */
const sheets = { a4: [210, 297], letter: [215.9, 279.4] } as const;
export const SIDE = 16;
/** Above and below what stands on a sheet. */
export const ENDS = 18;
/** What a picture leaves of a sheet's height to its caption. */
const CAPTION = 14;
const PIXELS_PER_MM = 96 / 25.4;
/** Between two halves. */
export const GAP = 24;

const fonts = {
  sans: `ui-sans-serif, system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`,
  serif: `"Iowan Old Style", "Palatino Linotype", Palatino, "Noto Serif", Georgia, "Songti SC", SimSun, "Noto Serif CJK SC", serif`,
} as const;

/** What an SVG has free around its picture; what stands in it is in line with the text. */
export const EDGE = 12;

/** How wide a block is in pixels, so that pictures are drawn as wide as they stand. */
export function toBlockWidth({ paper, orientation }: ReportLook, half = false): number {
  const width = Math.floor((toSheet({ paper, orientation })[0] - 2 * SIDE) * PIXELS_PER_MM);
  return half ? Math.floor((width - GAP) / 2) : width;
}

/** Width and height of a sheet as it lies, in millimetres. */
export function toSheet({ paper, orientation }: Pick<ReportLook, 'paper' | 'orientation'>): [number, number] {
  const [short, long] = sheets[paper];
  return orientation === 'portrait' ? [short, long] : [long, short];
}

/** How high a picture may be in pixels, so that its caption stands on the same sheet. */
export function toTallest(look: ReportLook): number {
  return Math.floor((toSheet(look)[1] - 2 * ENDS - CAPTION) * PIXELS_PER_MM);
}

/** The sheet on paper: its size, and what stands at its edges on every page. */
export function toPageStyle(look: ReportLook): string {
  const { header, footer, cover } = look;
  const [width, height] = toSheet(look);
  const box = (at: string, content: string) =>
    `@${at}{content:${content};color:#6f7681;font:8pt ${fonts[look.type]}}`;
  const none = ['top-left', 'bottom-left', 'bottom-right'].map((at) => `@${at}{content:none}`).join('');
  return [
    `@page{size:${width}mm ${height}mm;margin:${ENDS}mm ${SIDE}mm;`,
    header && box('top-left', toCssText(header)),
    footer && box('bottom-left', toCssText(footer)),
    `${box('bottom-right', 'counter(page) " / " counter(pages)')}}`,
    cover && `@page:first{${none}}`,
  ]
    .filter(Boolean)
    .join('');
}

/** How a report looks, light and on paper. */
export function toStyle(look: ReportLook): string {
  const width = toBlockWidth(look);
  const tallest = toSheet(look)[1] - 2 * ENDS - CAPTION;
  return `
.report{--paper:#ffffff;--ink:#1c2026;--ink2:#555c66;--ink3:#6f7681;--line:#dfe2e6;--soft:#f5f6f7;--accent:${look.accent};
  color-scheme:light;box-sizing:border-box;max-width:${width}px;margin-inline:auto;background:var(--paper);color:var(--ink);
  font:15px/1.55 ${fonts[look.type]};overflow-wrap:anywhere;text-align:start}
.report *{box-sizing:border-box}
.report h1,.report h2,.report h3,.report h4,.report h5,.report h6{margin:1.4em 0 .5em;line-height:1.25;font-weight:650;break-after:avoid}
.report h1{font-size:1.5em}.report h2{font-size:1.25em}.report h3{font-size:1.1em}.report h4,.report h5,.report h6{font-size:1em}
.report p,.report ul,.report ol,.report blockquote,.report pre{margin:0 0 .75em}
.report p{orphans:3;widows:3}
.report ul,.report ol{padding-inline-start:1.5em}
.report a{color:var(--accent);text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}
.report img{max-width:100%;height:auto}
.report blockquote{padding-inline-start:1em;border-inline-start:3px solid var(--line);color:var(--ink2)}
.report code,.report pre{font:.86em/1.5 ui-monospace,Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
.report pre{padding:.6em .8em;border-radius:4px;background:var(--soft);white-space:pre-wrap}
.report hr{height:1px;margin:1.5em 0;border:0;background:var(--line)}
.report .running{margin:0;color:var(--ink3);font-size:.8em}
.report .running.top{padding-block-end:1em}.report .running.end{padding-block-start:2em}
.report .head{margin-block-end:1.75em;padding-block-end:1em;border-block-end:2px solid var(--accent)}
.report .head .logo{display:block;max-width:220px;max-height:72px;margin-block-end:1.25em}
.report .head .title{margin:0 0 .2em;font-size:2.1em;letter-spacing:-.01em;text-wrap:balance}
.report .head .subtitle{margin-block-end:.6em;color:var(--ink2);font-size:1.2em;text-wrap:balance}
.report .head .facts,.report .head .filters{margin:0;color:var(--ink2);font-size:.9em}
.report .head .filters{display:flex;flex-wrap:wrap;align-items:baseline;gap:.3em .6em;margin-block-start:.5em}
.report .head .filters span{padding:.05em .55em;border:1px solid var(--line);border-radius:1em;color:var(--ink)}
.report .head .filters b{color:var(--ink2);font-weight:500}
.report .contents{margin-block-end:2em}
.report .contents h2,.report .notes h2,.report .sources h2{margin-block-start:0;font-size:1.05em}
.report .contents ol{margin:0;padding:0;list-style:none}
.report .contents a{color:inherit;text-decoration:none}
.report .contents a:hover{text-decoration:underline}
.report .contents .inner{padding-inline-start:1.25em;color:var(--ink2)}
.report .block{position:relative;min-width:0;margin:0 0 1.5em}
.report .text>:first-child{margin-block-start:0}
.report .half{width:calc((100% - ${GAP}px)/2)}
.report .pair{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:${GAP}px;align-items:start;margin-block-end:1.5em}
.report .pair .half{width:auto;margin:0}
.report figcaption{margin-block-end:.5em;font-weight:600;break-after:avoid}
.report .bare{position:absolute;inset-block-start:0;inset-inline-end:0}
.report .text .caption{color:var(--ink2);font-size:.85em}
.report sup{font-weight:400;font-size:.7em;line-height:0}
.report .picture{margin:0 -${EDGE}px}
.report .picture svg{display:block;max-width:100%;height:auto}
.report .wide{overflow-x:auto}
.report table{border-collapse:collapse;font-size:.85em;line-height:1.4}
.report .rows{min-width:100%}
.report th,.report td{overflow-wrap:break-word;padding:.3em .65em;border-block-end:1px solid var(--line);text-align:start;vertical-align:top;white-space:pre-line}
.report th:first-child,.report td:first-child{padding-inline-start:.2em}
.report thead th{border-block-end:1.5px solid var(--ink3);font-weight:600;vertical-align:bottom}
.report td.n,.report th.n{text-align:end;font-variant-numeric:tabular-nums}
.report td.n,.report td.d{white-space:nowrap}
.report td.w{min-width:12em;overflow-wrap:anywhere}
.report .count,.report .warning{margin:.4em 0 0;color:var(--ink3);font-size:.8em}
.report .warning{color:#8a5a00}
.report .nothing{margin:0;padding:.75em 1em;border:1px dashed var(--line);border-radius:4px;color:var(--ink2)}
.report .notes,.report .sources{margin-block-start:2em;padding-block-start:1em;border-block-start:1px solid var(--line);font-size:.85em}
.report .notes pre{display:inline-block;width:calc(100% - 2em);margin:0;vertical-align:top}
.report .notes li{margin-block-end:.5em}
.report .sources ul{margin:0;padding:0;list-style:none;color:var(--ink2)}
@media (max-width:640px){
  .report .pair{display:block}.report .pair .half{margin-block-end:1.5em}.report .half{width:auto}
  .report .picture{overflow-x:auto;margin:0}.report .picture svg{max-width:max(100%,520px)}
  .report .head .title{font-size:1.6em}
}
@media print{
  .report{max-width:none;font-size:10.5pt}
  .report .running{display:none}
  .report .cover{display:flex;flex-direction:column;justify-content:center;min-height:70vh;border:0}
  .report .cover,.report .cover+.contents{break-after:page}
  .report .new-page{break-before:page}
  .report .chart,.report .whole,.report tr,.report .nothing,.report blockquote,.report img,.report .text table{break-inside:avoid}
  .report .picture svg{max-height:${tallest}mm}
  .report thead{display:table-header-group}
  .report tbody tr:nth-child(-n+2):not(:last-child),.report tbody tr:nth-last-child(-n+3):not(:last-child){break-after:avoid}
  .report .wide:has(+.count){break-after:avoid}
  .report .wide{overflow:visible}
  .report .rows{width:100%}
  .report .notes h2,.report .sources h2{break-after:avoid}
  .report .notes li>a{display:none}
  .report .notes pre{display:block;width:auto;orphans:4;widows:4}
  .report a{color:inherit;text-decoration:none}
  .report .notes a,.report .text a{text-decoration:underline}
}
`;
}

/** What a file has besides: its own page around it, dark where the reader's device is, and heads that sort. */
export function toFileStyle(tones: { light: string; dark: string }): string {
  return `
html{background:#ffffff;color-scheme:light dark}
body{margin:0;padding:40px 20px 64px}
.report .dark{display:none}
.report{${tones.light}}
.report thead [role=button]{cursor:pointer}
.report thead [role=button]:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.report [aria-sort] [role=button]::after{content:" ↓"}.report [aria-sort=ascending] [role=button]::after{content:" ↑"}
@media screen and (prefers-color-scheme:dark){
  html{background:#1a1d22}
  .report{--paper:#1a1d22;--ink:#e7e9ec;--ink2:#a3abb6;--ink3:#8a929e;--line:#353b45;--soft:#22262d;
    --accent:color-mix(in oklab,var(--chosen) 45%,#ffffff);color-scheme:dark;${tones.dark}}
  .report .warning{color:#e0b15a}
  .report .logo{padding:8px;border-radius:4px;background:#ffffff}
  .report .both .light{display:none}.report .dark{display:block}
}
@media print{body{padding:0}}
`;
}

/** A text in a style sheet: in quotes, and nothing in it that could end them or the sheet. */
export function toCssText(text: string): string {
  return `"${text.replace(/["\\<>&\p{Cc}\u2028\u2029]/gu, (sign) => `\\${sign.codePointAt(0)!.toString(16)} `)}"`;
}

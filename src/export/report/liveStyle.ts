/** What an interactive page has besides: on paper it is as the plain one. */
export const liveStyle = `
@media screen{.report .has-live>.wide,.report .has-live>.count{display:none}}
.report .live-bar{display:flex;flex-wrap:wrap;align-items:center;gap:.5em;margin:.2em 0 .5em;font-size:.85em}
.report .live-pages{margin:.5em 0 0;color:var(--ink2)}
.report .live-pages label{margin-inline-start:auto}
.report .live input,.report .live select,.report .live-bar button{min-height:30px;padding:.2em .55em;border:1px solid var(--line);border-radius:4px;background:var(--paper);color:var(--ink);font:inherit}
.report .live .search{flex:1 1 12em;min-width:0;max-width:22em}
.report .live-bar button{cursor:pointer}
.report .live-bar button:hover:enabled{background:var(--soft)}
.report .live-bar button:disabled{color:var(--ink3);opacity:.5;cursor:default}
.report .live-pages button{min-width:34px;font-size:1.1em;line-height:1}
.report .live thead button{padding:0;border:0;background:none;color:inherit;font:inherit;text-align:inherit;cursor:pointer}
.report .live [aria-sort] button::after{content:" ↓"}.report .live [aria-sort=ascending] button::after{content:" ↑"}
.report .live .asks td{padding-block:.2em .4em}
.report .live .asks input{width:100%;min-width:4.5em;min-height:26px;padding:.1em .4em;text-align:inherit}
.report .live ::placeholder{color:var(--ink3);opacity:1}
.report .live :focus-visible,.report .picture:focus-visible{outline:2px solid var(--accent);outline-offset:1px}
.report .live-ring{fill:none;stroke:var(--ink);stroke-width:1.5;stroke-dasharray:none;opacity:1;pointer-events:none}
.live-tip{position:fixed;z-index:1;max-width:min(320px,90vw);padding:.4em .7em;border:1px solid var(--line);border-radius:5px;background:var(--paper);color:var(--ink);box-shadow:0 3px 14px rgb(0 0 0/.18);font-size:.82em;line-height:1.45;pointer-events:none}
.live-tip[hidden]{display:none}
.live-tip div{display:flex;justify-content:space-between;gap:1em}
.live-tip span{color:var(--ink2)}
.live-tip i{display:inline-block;width:9px;height:9px;margin-inline-end:6px;border-radius:2px}
.live-tip bdi{font-variant-numeric:tabular-nums}
.live-said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media print{.report .live,.live-tip,.live-ring,.live-said{display:none}}
`;

/** What the browser itself has seen of requests since the page was opened. */

let refused = 0;
document.addEventListener('securitypolicyviolation', () => refused++);
// the default keeps 250 entries, and a count that stops there would be no count
performance.setResourceTimingBufferSize(10_000);

export function readPrivacy(): { own: number; elsewhere: number; refused: number } {
  let own = 0;
  let elsewhere = 0;
  for (const { name } of performance.getEntriesByType('resource')) {
    const { protocol, origin } = new URL(name, location.href);
    if (protocol === 'blob:' || protocol === 'data:' || origin === location.origin) own++;
    else elsewhere++;
  }
  return { own, elsewhere, refused };
}

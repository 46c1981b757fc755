/**
 * Starts a worker from a blob, so that the page's content security policy binds it: a policy in a `<meta>` tag does not
 * reach a worker that is loaded from a URL. `before` runs ahead of the script.
 */
export function createBlobWorker(url: string, { module = false, before = '' } = {}): Worker {
  const source = module
    ? `${before}\nimport ${JSON.stringify(url)};`
    : `${before}\nimportScripts(${JSON.stringify(url)});`;
  const blob = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(blob, module ? { type: 'module' } : {});
  // Revoking at once would race the start in Safari; a minute is ample, and one blob of a line costs nothing until then.
  setTimeout(() => URL.revokeObjectURL(blob), 60_000);
  return worker;
}

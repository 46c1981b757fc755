/**
 * Of the 75,000 names that the engine's code offers, all but 2,700 are those of C++, for extensions to be linked with, which are
 * never loaded. Its script goes over all names it is given half a dozen times at each start, and puts every function into a table.
 */
export function toPlainNames(exports: WebAssembly.Exports): WebAssembly.Exports {
  const plain: WebAssembly.Exports = {};
  for (const name in exports)
    if (!name.startsWith('_Z') && !name.startsWith('orig$')) plain[name] = exports[name]!;
  return plain;
}

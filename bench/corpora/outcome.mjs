/** Why there is nothing to compare; undefined where there is. @param {import('./reader.mjs').Outcome} outcome */
export function describeFailure({ broken, refused, sources }) {
  if (broken) return `broken: ${broken}`;
  if (refused) return `refused: ${refused.message}`;
  return sources?.length ? undefined : 'no table came of it';
}

/**
 * A file made on the fly.
 * @param {string} name
 * @param {Uint8Array | string} content
 * @returns {import('./reader.mjs').Picked}
 */
export function makeFile(name, content) {
  return { name, mimeType: '', buffer: Buffer.from(content) };
}

/** A share that never rounds up to the whole. @param {number} right @param {number} all */
export function formatShare(right, all) {
  return `${(Math.floor((right / all) * 10_000) / 100).toFixed(2)} %`;
}

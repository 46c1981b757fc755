/** Waits a while for what is made elsewhere, such as by a view that is still being loaded. */
export async function whenThere<T>(
  find: () => T | undefined,
  { tries = 200, waitMs = 50 } = {},
): Promise<T | undefined> {
  for (let attempt = 0; attempt < tries; attempt++) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((done) => setTimeout(done, waitMs));
  }
  return undefined;
}

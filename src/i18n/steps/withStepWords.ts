/** Code that speaks with the words of steps, which are many: both come when it is first used. */
export async function withStepWords<T>(loading: Promise<T>): Promise<T> {
  const [loaded, { loadStepWords }] = await Promise.all([loading, import('./steps')]);
  await loadStepWords();
  return loaded;
}

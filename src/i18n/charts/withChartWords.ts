/** Code that speaks with the words of charts: both come when it is first used. */
export async function withChartWords<T>(loading: Promise<T>): Promise<T> {
  const [loaded, { loadChartWords }] = await Promise.all([loading, import('./charts')]);
  await loadChartWords();
  return loaded;
}

import type { Duck } from './duckdb';

/** Whether an engine that threw something odd still answers. */
export async function isWell(duck: Duck): Promise<boolean> {
  const answer = duck.run('SELECT 1').then(
    () => true,
    () => false,
  );
  const silence = new Promise<boolean>((done) => setTimeout(() => done(false), 5000));
  return Promise.race([answer, silence]);
}

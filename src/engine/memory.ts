import { toFirstRow } from './arrow';
import type { Duck } from './duckdb';
import type { EngineMemory } from './engine';

export async function readMemory(duck: Duck): Promise<EngineMemory> {
  const [used, limit] = toFirstRow(
    await duck.run(`
      SELECT (SELECT sum(memory_usage_bytes)::DOUBLE FROM duckdb_memory()),
        (SELECT value FROM duckdb_settings() WHERE name = 'memory_limit')`),
  );
  return { usedBytes: Number(used ?? 0), limitBytes: toBytes(String(limit)) };
}

/** `3.1 GiB` → bytes. */
function toBytes(text: string): number {
  const [, number, unit = ''] = /^([\d.]+)\s*(\w*)/.exec(text) ?? [];
  const power = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'].indexOf(unit);
  return Number(number ?? 0) * 1024 ** Math.max(power, 0);
}

import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import { rest } from './page.mjs';

/** Linux counts processor time in hundredths of a second (`getconf CLK_TCK`). */
const TICK_MS = 10;
const QUIET_CORES = 0.15;

/**
 * Starts to count the processor time that programs other than this one and its browser take; the function that it gives
 * says how many cores that was. Known on Linux only: undefined elsewhere.
 */
export function watchOthers() {
  const before = readTimes();
  const start = performance.now();
  return () => {
    const after = readTimes();
    if (!before || !after) return undefined;
    const ms = (after.all - before.all - (after.own - before.own)) * TICK_MS;
    return Math.max(0, ms / (performance.now() - start));
  };
}

/**
 * Waits until the other programs leave the machine alone, but in all no longer than a patience.
 * @param {{patienceMs?: number}} [options]
 */
export function createQuiet({ patienceMs = 180_000 } = {}) {
  let waitedMs = 0;
  return async () => {
    while (waitedMs < patienceMs) {
      const readOthers = watchOthers();
      await rest(1000);
      if ((readOthers() ?? 0) < QUIET_CORES) return;
      waitedMs += 1000;
    }
  };
}

function readTimes() {
  if (os.platform() !== 'linux') return undefined;
  const [, line] = /^cpu +(.*)$/m.exec(readFileSync('/proc/stat', 'utf8')) ?? [];
  const [user, nice, system, , , irq, softirq, steal] = (line ?? '').split(' ').map(Number);
  return { all: user + nice + system + irq + softirq + steal, own: readOwn() };
}

/** The time of this process and of all below it, those that ended included. */
function readOwn() {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const own = new Set([process.pid]);
  for (const parent of own) {
    for (const { pid, ppid } of processes) if (ppid === parent) own.add(pid);
  }
  return processes.filter(({ pid }) => own.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0);
}

/** @param {string} pid */
function readProcess(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it may hold blanks and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(pid), ppid: Number(fields[1]), ticks }];
  } catch (error) {
    // It ended since the folder was listed.
    if (['ENOENT', 'ESRCH'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) return [];
    throw error;
  }
}

import { readFileSync } from 'node:fs';
import os from 'node:os';
import { rest } from './page.mjs';
import { findOwn } from './processes.mjs';

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
  return findOwn().reduce((sum, { ticks }) => sum + ticks, 0);
}

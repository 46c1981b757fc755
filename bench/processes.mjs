import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';

/** This process and all below it, Chromium's included. Known on Linux only: none elsewhere. */
export function findOwn() {
  if (os.platform() !== 'linux') return [];
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess);
  const own = new Set([process.pid]);
  for (const parent of own) {
    for (const { pid, ppid } of processes) if (ppid === parent) own.add(pid);
  }
  return processes.filter(({ pid }) => own.has(pid));
}

/**
 * Starts to watch the memory of the processes that show pages; the function that it gives tells, of the one that grew most,
 * what it held at first and the most that it held since. Known on Linux only: undefined elsewhere.
 */
export function watchMemory() {
  const before = new Map(findRenderers().map((pid) => [pid, startPeak(pid)]));
  return () => {
    const peaks = findRenderers().map((pid) => {
      const first = before.get(pid) ?? 0;
      const peak = readStatus(pid, 'VmHWM');
      return { first, peak, grown: peak - first };
    });
    return peaks.toSorted((a, b) => b.grown - a.grown)[0];
  };
}

function findRenderers() {
  return findOwn()
    .map(({ pid }) => pid)
    .filter((pid) => readFile(pid, 'cmdline')?.includes('--type=renderer'));
}

/** Lets the most that a process has held be what it holds now (`man 5 proc_pid_clear_refs`). @param {number} pid */
function startPeak(pid) {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
  return readStatus(pid, 'VmRSS');
}

/** @param {number} pid @param {'VmHWM' | 'VmRSS'} name @returns {number} bytes */
function readStatus(pid, name) {
  const line = readFile(pid, 'status')
    ?.split('\n')
    .find((line) => line.startsWith(`${name}:`));
  return Number(line?.match(/\d+/)?.[0] ?? 0) * 1024;
}

/** @param {string} pid */
function readProcess(pid) {
  const stat = readFile(pid, 'stat');
  if (stat === undefined) return [];
  // The name before it may hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return [{ pid: Number(pid), ppid: Number(fields[1]), ticks }];
}

/** @param {number | string} pid @param {string} name */
function readFile(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch (error) {
    // It ended since the folder was listed.
    if (['ENOENT', 'ESRCH'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
      return undefined;
    throw error;
  }
}

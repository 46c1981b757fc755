import { writeFileSync } from 'node:fs';

/**
 * What a run of tests came to, with what failed by name: a reporter that writes it where `QUIRE_TALLY` says. A file that could not be
 * loaded has no tests to fail, and an error between tests belongs to none: each counts as one.
 * @typedef {{passed: number, failed: number, skipped: number, failures: string[]}} Tally
 * @implements {import('vitest/node').Reporter}
 */
export default class TallyReporter {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly import('vitest/node').SerializedError[]} errors
   */
  onTestRunEnd(modules, errors) {
    /** @type {Tally} */
    const tally = { passed: 0, failed: 0, skipped: 0, failures: [] };
    for (const module of modules) {
      for (const suite of [module, ...module.children.allSuites()]) {
        const name =
          suite.type === 'module' ? suite.relativeModuleId : `${module.relativeModuleId} > ${suite.fullName}`;
        for (const error of suite.errors()) tally.failures.push(toLine(name, error));
      }
      for (const test of module.children.allTests()) {
        const { state, errors: found } = test.result();
        if (state === 'passed') tally.passed++;
        else if (state === 'failed') {
          const name = `${module.relativeModuleId} > ${test.fullName}`;
          tally.failures.push(found.map((error) => toLine(name, error)).join('\n'));
        } else tally.skipped++;
      }
    }
    for (const error of errors) tally.failures.push(toLine('between tests', error));
    tally.failed = tally.failures.length;
    writeFileSync(String(process.env.QUIRE_TALLY), JSON.stringify(tally));
  }
}

/**
 * @param {string} name
 * @param {{message?: string, stack?: string} | undefined} error
 */
function toLine(name, error) {
  const lines = `${error?.stack ?? error?.message ?? ''}`
    .split('\n')
    .filter((line) => !line.includes('node_modules'));
  return [name, ...lines.slice(0, 70).map((line) => `  ${line}`)].join('\n');
}

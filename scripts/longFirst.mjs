import { statSync } from 'node:fs';

/** Files that take longest, though none of them is long to read. */
const long = /\/(steps\/everyStep|browser\/(files|workbooks|hostile|roundtrip|stop))\.test\.ts$/;

/**
 * Begins with the files that take longest, then those that are longest to read, so that at the end all processors have something
 * to do.
 * @implements {import('vitest/node').TestSequencer}
 */
export default class LongFirst {
  /** @param {import('vitest/node').TestSpecification[]} files */
  shard(files) {
    return files;
  }

  /** @param {import('vitest/node').TestSpecification[]} files */
  sort(files) {
    const sizes = files.map((file) => {
      const { size } = statSync(file.moduleId);
      return { file, size: long.test(file.moduleId) ? Infinity : size };
    });
    return sizes.toSorted((a, b) => (a.size === b.size ? 0 : b.size - a.size)).map(({ file }) => file);
  }
}

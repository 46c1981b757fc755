/**
 * What ES2024 has and Node 20 has not. Vitest 5 asks for Node 22, but these three are all that it lacks on 20: without them it
 * cannot print why a test failed. Remove this file when Node 20 is no longer supported.
 */

Map.groupBy ??= (items, toKey) => {
  const groups = new Map();
  let index = 0;
  for (const item of items) {
    const key = toKey(item, index++);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

Object.groupBy ??= (items, toKey) =>
  Object.assign(Object.create(null), Object.fromEntries(Map.groupBy(items, toKey)));

Promise.withResolvers ??= function () {
  let resolve;
  let reject;
  const promise = new this((...both) => ([resolve, reject] = both));
  return { promise, resolve, reject };
};

import type { glance as english } from './glance.en';

export const glance: typeof english = {
  distinct: (text) => `${text} 种取值`,
  about: (text) => `约 ${text} 种取值`,
  different: '各不相同',
  missing: (share) => `缺失 ${share}`,
  allMissing: '全部缺失',
  range: (from, to) => `从 ${from} 到 ${to}`,
  most: (from, to, share) => `${share} 的值在 ${from} 到 ${to} 之间`,
  frequent: (value, count, share) => `${value}：${count}（${share}）`,
};

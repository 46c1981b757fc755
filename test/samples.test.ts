import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

type Row = Record<string, string>;
type Listing = { files: { name: string; rows: number; bytes: number; title: Words; description: Words }[] };
type Words = { en: string; zh: string };

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SAMPLES = join(ROOT, 'samples');
const README = readFileSync(join(SAMPLES, 'README.md'), 'utf8');
const INDEX: Listing = JSON.parse(readFileSync(join(SAMPLES, 'index.json'), 'utf8'));

const records = Object.fromEntries(
  INDEX.files.map(({ name }) => [name.replace('.csv', ''), readTable(name)]),
);
const [customers, products, orders] = [distinct('customers'), distinct('products'), distinct('orders')];
const [lines, tickets, contacts] = [distinct('order_lines'), distinct('tickets'), distinct('contacts')];

describe('the files', () => {
  test('generating again gives the same bytes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'samples-'));
    execFileSync(process.execPath, [join(ROOT, 'scripts/samples.mjs'), folder]);
    const made = readdirSync(folder);
    expect(made.sort()).toEqual([...INDEX.files.map(({ name }) => name), 'index.json'].sort());
    for (const name of made) {
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(SAMPLES, name))), name).toBe(true);
    }
    rmSync(folder, { recursive: true });
  });

  test('the index tells rows and bytes truly, in both languages', () => {
    for (const { name, rows, bytes, title, description } of INDEX.files) {
      expect(records[name.replace('.csv', '')], name).toHaveLength(rows);
      expect(readFileSync(join(SAMPLES, name)).length, name).toBe(bytes);
      for (const { en, zh } of [title, description]) {
        expect(en).toMatch(/^[\x20-\x7e]+$/);
        expect(zh).toMatch(/\p{Script=Han}/u);
      }
    }
  });

  test('all of them are under 3 MB together', () => {
    expect(INDEX.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(3_000_000);
  });

  test('only contacts.csv has a byte order mark and CR LF', () => {
    for (const { name } of INDEX.files) {
      const text = readFileSync(join(SAMPLES, name), 'utf8');
      expect([text.startsWith('\ufeff'), text.includes('\r\n')], name).toEqual(
        Array(2).fill(name === 'contacts.csv'),
      );
    }
  });
});

describe('the keys', () => {
  const ids = new Set(customers.map((row) => row.customer_id));
  const orderIds = new Set(orders.map((row) => row.order_id));

  test('every key is unique once exact duplicates are dropped', () => {
    expect(ids.size).toBe(customers.length);
    expect(orderIds.size).toBe(orders.length);
    expect(new Set(lines.map((row) => `${row.order_id} ${row.line_no}`)).size).toBe(lines.length);
    expect(new Set(tickets.map((row) => row.ticket_id)).size).toBe(tickets.length);
    expect(new Set(contacts.map((row) => row.contact_id)).size).toBe(contacts.length);
  });

  test('all keys join but those of the orphaned orders', () => {
    const skus = new Set(products.map((row) => row.sku));
    expect(orders.filter((row) => !ids.has(row.customer_id))).toHaveLength(
      toDocumented().get('orders.customer_id: of no customer')!,
    );
    expect(tickets.filter((row) => !ids.has(row.customer_id))).toEqual([]);
    expect(contacts.filter((row) => !ids.has(row.customer_id))).toEqual([]);
    expect(lines.filter((row) => !orderIds.has(row.order_id) || !skus.has(row.sku))).toEqual([]);
    expect(tickets.filter((row) => row.order_id !== '' && !orderIds.has(row.order_id))).toEqual([]);
  });

  test('codes keep their leading zeros and all their digits', () => {
    expect(customers.every((row) => /^000\d{5}$/.test(row.customer_id!))).toBe(true);
    expect(customers.every((row) => /^\d{6}$/.test(row.postcode!) && /^\d{18}$/.test(row.member_card!))).toBe(
      true,
    );
    expect(customers.some((row) => row.postcode === '030001')).toBe(true);
    expect(new Set(customers.map((row) => row.member_card)).size).toBe(customers.length);
  });

  test('an amount is what its lines say', () => {
    const linesOf = groupBy(lines, (row) => row.order_id);
    const returned = (order: Row) => order.status === '已退货';
    const wrong = orders.filter((order) => {
      const sold = linesOf.get(order.order_id)!.filter((row) => !returned(order) || Number(row.quantity) > 0);
      const gross = sold.reduce(
        (sum, row) => sum + Math.abs(Number(row.quantity)) * Number(row.unit_price),
        0,
      );
      const discount = order.discount === '1.5' ? 0.15 : Number(order.discount);
      return Math.abs(gross * (1 - discount) - toYuan(order)) > 0.011;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the dirt', () => {
  const measured: Record<string, () => number> = {
    'customers: exact duplicates': () => records.customers!.length - customers.length,
    'orders: exact duplicates': () => records.orders!.length - orders.length,
    'order_lines: exact duplicates': () => records.order_lines!.length - lines.length,
    'tickets: exact duplicates': () => records.tickets!.length - tickets.length,
    'contacts: exact duplicates': () => records.contacts!.length - contacts.length,
    'customers.phone: a second account of the same person': () =>
      customers.length - new Set(customers.map((row) => row.phone)).size,
    'customers.phone: full-width digits': () => count(customers, 'phone', /^[０-９]{11}$/),
    'customers.phone: with hyphens': () => count(customers, 'phone', /^\d{3}-\d{4}-\d{4}$/),
    'customers.phone: with +86': () => count(customers, 'phone', /^\+86 \d{11}$/),
    'customers.name: half-width spaces around it': () => count(customers, 'name', /^ | $/),
    'customers.name: a full-width space after it': () => count(customers, 'name', /\u3000$/),
    'customers.gender: blank': () => count(customers, 'gender', /^$/),
    'customers.gender: M or F for 男 or 女': () => count(customers, 'gender', /^[MF]$/),
    'customers.age: blank': () => count(customers, 'age', /^$/),
    'customers.age: 0': () => count(customers, 'age', /^0$/),
    'customers.age: 199': () => count(customers, 'age', /^199$/),
    'customers.email: blank': () => count(customers, 'email', /^$/),
    'customers.email: N/A': () => count(customers, 'email', /^N\/A$/),
    'customers.email: -': () => count(customers, 'email', /^-$/),
    'customers.email: 无': () => count(customers, 'email', /^无$/),
    'customers.email: all in capitals': () => count(customers, 'email', /^[^a-z]+@[^a-z]+$/),
    'customers.email: first letter a capital': () => count(customers, 'email', /^[A-Z][^A-Z]+@/),
    'customers.city: with 市': () => count(customers, 'city', /市$/),
    'customers.city: as Beijing': () => count(customers, 'city', /^[A-Z][a-z']+$/),
    'customers.city: as BEIJING': () => count(customers, 'city', /^[A-Z']+$/),
    'customers.city: blank': () => count(customers, 'city', /^$/),
    'customers.city: N/A': () => count(customers, 'city', /^N\/A$/),
    'customers.postcode: a leading zero': () => count(customers, 'postcode', /^0/),
    'customers.member_card: equal to another when read as a double': () =>
      [...groupBy(customers, (row) => Number(row.member_card)).values()]
        .filter((same) => same.length > 1)
        .flat().length,
    'customers.signup_date: as 2024/3/5': () => count(customers, 'signup_date', /^\d{4}\/\d\d?\/\d\d?$/),
    'customers.signup_date: as 2024年3月5日': () =>
      count(customers, 'signup_date', /^\d{4}年\d\d?月\d\d?日$/),
    'customers.signup_date: as 05-Mar-24': () => count(customers, 'signup_date', /^\d\d-[A-Z][a-z]{2}-\d\d$/),
    'orders.customer_id: of no customer': () => {
      const ids = new Set(customers.map((row) => row.customer_id));
      return orders.filter((row) => !ids.has(row.customer_id)).length;
    },
    'orders.amount: as ¥1,280.00': () => count(orders, 'amount', /^¥(\d{1,3}(,\d{3})*)\.\d\d$/),
    'orders.amount: as 1,280.00': () => count(orders, 'amount', /^\d{1,3}(,\d{3})+\.\d\d$/),
    'orders.amount: as 1280.00元': () => count(orders, 'amount', /^\d+\.\d\d元$/),
    'orders.amount: over 60,000 yuan, real': () => orders.filter((row) => toYuan(row) > 60_000).length,
    'orders.discount: 1.5 for 0.15': () => count(orders, 'discount', /^1\.5$/),
    'orders.channel: Tmall for 天猫': () => count(orders, 'channel', /^Tmall\s*$/),
    'orders.channel: a space after it': () => count(orders, 'channel', / $/),
    'orders.sales_rep: - for none': () => count(orders, 'sales_rep', /^-$/),
    'orders.payment: blank': () => count(orders, 'payment', /^$/),
    'order_lines.quantity: negative, a return': () => findNegative(true).length,
    'order_lines.quantity: negative, a mistake': () => findNegative(false).length,
    'order_lines.product: full-width letters and digits': () => count(lines, 'product', /[Ａ-Ｚ]/),
    'tickets.category: a space before it': () => count(tickets, 'category', /^ /),
    'tickets.agent: blank': () => count(tickets, 'agent', /^$/),
    'tickets.agent: 无': () => count(tickets, 'agent', /^无$/),
    'tickets.satisfaction: blank, not rated': () => count(tickets, 'satisfaction', /^$/),
    'tickets.first_response_minutes: over 10,000, real': () =>
      count(tickets, 'first_response_minutes', /^\d{5,}$/),
    'tickets.text: a line break': () => count(tickets, 'text', /\n/),
    'tickets.text: double quotes': () => count(tickets, 'text', /"/),
    'tickets.text: an emoji': () => count(tickets, 'text', /\p{Extended_Pictographic}/u),
    'tickets.text: a phone number': () => count(tickets, 'text', /1\d{10}/),
    'contacts.contacted_on: as 2024/3/5': () => count(contacts, 'contacted_on', /^\d{4}\/\d\d?\/\d\d?$/),
    'contacts.contacted_on: as 05-Mar-24': () => count(contacts, 'contacted_on', /^\d\d-[A-Z][a-z]{2}-\d\d$/),
    'contacts.method: Phone, WeChat or E-mail': () => count(contacts, 'method', /^[A-Z]/),
    'contacts.sales_rep: a space before it': () => count(contacts, 'sales_rep', /^ /),
    'contacts.outcome: N/A': () => count(contacts, 'outcome', /^N\/A$/),
    'contacts.duration_seconds: -, not a call': () => count(contacts, 'duration_seconds', /^-$/),
    'contacts.summary: a line break': () => count(contacts, 'summary', /\n/),
  };

  test('every documented amount is measured, and true', () => {
    expect(Object.fromEntries(Object.entries(measured).map(([key, measure]) => [key, measure()]))).toEqual(
      Object.fromEntries(toDocumented()),
    );
  });

  function findNegative(isReturn: boolean): Row[] {
    const returned = new Set(orders.filter((row) => row.status === '已退货').map((row) => row.order_id));
    return lines.filter((row) => Number(row.quantity) < 0 && returned.has(row.order_id) === isReturn);
  }
});

describe('what is there to be found', () => {
  test('the documented pairs of products go together, lift over 2', () => {
    const pairs = [...README.matchAll(/^\| `(\w\w-\d{3})` .*? \| `(\w\w-\d{3})` .*?\|$/gm)];
    expect(pairs.length).toBeGreaterThan(5);
    const baskets = [...groupBy(lines, (row) => row.order_id).values()].map(
      (rows) => new Set(rows.map((row) => row.sku)),
    );
    for (const [, given, then] of pairs) {
      const share = (...skus: (string | undefined)[]) =>
        baskets.filter((basket) => skus.every((sku) => basket.has(sku))).length / baskets.length;
      expect(share(given, then) / (share(given) * share(then)), `${given} → ${then}`).toBeGreaterThan(2);
      expect(share(given, then) / share(given), `${given} → ${then}`).toBeGreaterThan(0.4);
    }
  });

  test('customers fall into four groups by age, orders and money an order', () => {
    const points = toPoints();
    const fits = [2, 3, 4, 5, 6].map((k) => ({ k, fit: silhouette(points, cluster(points, k)) }));
    expect(fits.toSorted((a, b) => b.fit - a.fit)[0], JSON.stringify(fits)).toMatchObject({ k: 4 });
    expect(fits[2]!.fit).toBeGreaterThan(0.45);
  });

  test('there are a year, a week and growth in the orders', () => {
    const inMonth = (month: string) => orders.filter((row) => row.ordered_at!.startsWith(month)).length;
    expect(inMonth('2024-11') / inMonth('2024-08')).toBeGreaterThan(1.8);
    expect(inMonth('2024-11')).toBeGreaterThan(inMonth('2023-11'));
    expect(inMonth('2025-06')).toBeGreaterThan(inMonth('2024-06'));
    const weekday = (row: Row) => new Date(`${row.ordered_at!.slice(0, 10)}T00:00:00Z`).getUTCDay();
    const saturdays = orders.filter((row) => weekday(row) === 6).length;
    expect(saturdays / orders.filter((row) => weekday(row) === 2).length).toBeGreaterThan(1.25);
  });

  test('the later the first answer, the lower the mark', () => {
    const rated = tickets.filter((row) => row.satisfaction !== '');
    const markWithin = (from: number, to: number) =>
      mean(
        rated
          .filter((row) => isWithin(row.first_response_minutes, from, to))
          .map((row) => Number(row.satisfaction)),
      );
    expect(markWithin(0, 30)).toBeGreaterThan(4);
    expect(markWithin(240, Infinity)).toBeLessThan(2.8);
  });

  test('those who waited for an answer leave more often', () => {
    const slow = new Set(
      tickets
        .filter((row) => isWithin(row.first_response_minutes, 121, Infinity))
        .map((row) => row.customer_id),
    );
    const bought = groupBy(orders, (row) => row.customer_id);
    const regulars = customers.filter((row) => (bought.get(row.customer_id)?.length ?? 0) >= 3);
    const lost = (rows: Row[]) => rows.filter((row) => row.status === '流失').length / rows.length;
    const waited = regulars.filter((row) => slow.has(row.customer_id));
    expect(waited.length).toBeGreaterThan(100);
    expect(lost(waited) / lost(regulars.filter((row) => !slow.has(row.customer_id)))).toBeGreaterThan(1.5);
  });

  test('beans sell more in the months when they are cheap', () => {
    const list = new Map(products.map((row) => [row.sku, Number(row.list_price)]));
    const beans = lines.filter(
      (row) => row.category === '咖啡豆' && Number(row.quantity) > 0 && Number(row.quantity) < 10,
    );
    const months = groupBy(beans, (row) => `${row.sku} ${row.order_id!.slice(2, 6)}`);
    const sold = [...months.values()].map((rows) => ({
      level: Number(rows[0]!.unit_price) / list.get(rows[0]!.sku)!,
      units: rows.reduce((sum, row) => sum + Number(row.quantity), 0),
    }));
    const unitsAt = (from: number, to: number) =>
      mean(sold.filter(({ level }) => level > from && level < to).map(({ units }) => units));
    expect(unitsAt(0, 0.95) / unitsAt(1.05, 2)).toBeGreaterThan(1.3);
  });
});

/** The amounts in the README's table: `customers.city: blank` → 45. */
function toDocumented(): Map<string, number> {
  const cells = README.matchAll(/^\| `([\w.]+)` *\| (.+?) *\| *([\d,]+) \|$/gm);
  return new Map(
    [...cells].map(([, where, what, amount]) => [`${where}: ${what}`, Number(amount!.replaceAll(',', ''))]),
  );
}

function readTable(name: string): Row[] {
  const text = readFileSync(join(SAMPLES, name), 'utf8').replace(/^\ufeff/, '');
  const [header, ...rest] = parseCsv(text);
  const ragged = rest.findIndex((fields) => fields.length !== header!.length);
  if (ragged >= 0) throw new Error(`ragged record in ${name}: ${ragged}`);
  return rest.map((fields) => Object.fromEntries(header!.map((column, index) => [column, fields[index]!])));
}

/** RFC 4180, strictly: a quote inside a field that has none around it is an error. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  while (field.lastIndex < text.length) {
    const [, quoted, plain, end] = field.exec(text) ?? [];
    if (end === undefined) throw new Error('malformed field');
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain!);
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

/** `Map.groupBy` comes with Node 21. */
function groupBy<K>(rows: Row[], toKey: (row: Row) => K): Map<K, Row[]> {
  const groups = new Map<K, Row[]>();
  for (const row of rows) groups.set(toKey(row), [...(groups.get(toKey(row)) ?? []), row]);
  return groups;
}

/** The records of a table without exact duplicates. */
function distinct(table: string): Row[] {
  return [...new Map(records[table]!.map((row) => [JSON.stringify(row), row])).values()];
}

function count(rows: Row[], column: string, form: RegExp): number {
  return rows.filter((row) => form.test(row[column]!)).length;
}

function toYuan(order: Row): number {
  return Number(order.amount!.replace(/[¥,元]/g, ''));
}

function isWithin(value: string | undefined, from: number, to: number): boolean {
  return Number(value) >= from && Number(value) <= to;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Age, log of orders, log of yuan an order, each to mean 0 and deviation 1. */
function toPoints(): number[][] {
  const bought = groupBy(orders, (row) => row.customer_id);
  const points = customers
    .filter((row) => Number(row.age) > 0 && Number(row.age) < 120 && bought.has(row.customer_id))
    .map((row) => {
      const own = bought.get(row.customer_id)!;
      return [Number(row.age), Math.log(own.length), Math.log(mean(own.map(toYuan)))];
    });
  const centre = [0, 1, 2].map((axis) => mean(points.map((point) => point[axis]!)));
  const spread = [0, 1, 2].map((axis) =>
    Math.sqrt(mean(points.map((point) => (point[axis]! - centre[axis]!) ** 2))),
  );
  return points.map((point) => point.map((value, axis) => (value - centre[axis]!) / spread[axis]!));
}

/** k-means of Lloyd, started from points that are far from each other; the best of 10 starts. */
function cluster(points: number[][], k: number): number[] {
  const runs = Array.from({ length: 10 }, (_, start) => clusterFrom(points, findFar(points, k, start * 61)));
  return runs.toSorted((a, b) => a.inertia - b.inertia)[0]!.labels;
}

function clusterFrom(points: number[][], centres: number[][]): { labels: number[]; inertia: number } {
  let labels: number[] = [];
  for (let round = 0; round < 30; round++) {
    labels = points.map((point) => findNearest(point, centres));
    centres = centres.map((centre, label) => {
      const own = points.filter((_, index) => labels[index] === label);
      return own.length === 0 ? centre : centre.map((_, axis) => mean(own.map((point) => point[axis]!)));
    });
  }
  return {
    labels,
    inertia: points.reduce((sum, point, index) => sum + distance(point, centres[labels[index]!]!) ** 2, 0),
  };
}

function findFar(points: number[][], k: number, start: number): number[][] {
  const sample = points.filter((_, index) => index % 7 === start % 7);
  const centres = [points[start % points.length]!];
  while (centres.length < k) {
    const gap = (point: number[]) => Math.min(...centres.map((centre) => distance(point, centre)));
    centres.push(sample.toSorted((a, b) => gap(b) - gap(a))[centres.length * (start % 5)]!);
  }
  return centres;
}

function findNearest(point: number[], centres: number[][]): number {
  const gaps = centres.map((centre) => distance(point, centre));
  return gaps.indexOf(Math.min(...gaps));
}

function distance(a: number[], b: number[]): number {
  return Math.sqrt(a.reduce((sum, value, axis) => sum + (value - b[axis]!) ** 2, 0));
}

/** Rousseeuw 1987, over every fourth point. */
function silhouette(points: number[][], labels: number[]): number {
  const groups = [...new Set(labels)];
  const chosen = points
    .map((point, index) => ({ point, label: labels[index]! }))
    .filter((_, index) => index % 4 === 0);
  const widths = chosen.map(({ point, label }) => {
    const toGroup = (group: number) =>
      mean(
        chosen
          .filter((other) => other.label === group && other.point !== point)
          .map((other) => distance(point, other.point)),
      );
    const own = toGroup(label);
    const next = Math.min(...groups.filter((group) => group !== label).map(toGroup));
    return (next - own) / Math.max(own, next);
  });
  return mean(widths);
}

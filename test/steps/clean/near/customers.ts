/** Customers of whom some are in the list more than once, written otherwise, and which rows are whose. Seeded: the same each time. */
export function createCustomers(count: number, seed = 7) {
  const random = createRandom(seed);
  const int = (below: number) => Math.floor(random() * below);
  const pick = <T>(all: readonly T[]): T => all[int(all.length)]!;
  const digits = (length: number) => String(int(10 ** length)).padStart(length, '0');

  interface Customer {
    name: string;
    phone: string | null;
    email: string | null;
    address: string | null;
  }

  function createCustomer(): Customer {
    const isChinese = random() < 0.75;
    const name = isChinese
      ? `${pick(families)}${pick(given)}${random() < 0.75 ? pick(given) : ''}`
      : `${pick(firsts)} ${pick(lasts)}`;
    const local = isChinese ? `u${int(1e7)}` : `${name.toLowerCase().replace(/[^a-z]+/g, '.')}${int(1000)}`;
    return {
      name,
      phone: random() < 0.05 ? null : `1${pick(['3', '5', '7', '8', '9'])}${digits(9)}`,
      email: random() < 0.25 ? null : `${local}@${pick(hosts)}`,
      address:
        random() < 0.1
          ? null
          : `${pick(cities)}${pick(districts)}${pick(roads)}${1 + int(300)}号${1 + int(30)}栋${1 + int(30)}0${1 + int(6)}室`,
    };
  }

  function misspell(text: string): string {
    const chars = [...text];
    const at = int(chars.length);
    const chance = random();
    if (chance < 0.35 && chars.length > 3) chars.splice(at, 1);
    else if (chance < 0.7 && at + 1 < chars.length) chars.splice(at, 2, chars[at + 1]!, chars[at]!);
    else
      chars[at] = /[a-z]/i.test(chars[at]!)
        ? 'abcdefghijklmnopqrstuvwxyz'[int(26)]!
        : /\d/.test(chars[at]!)
          ? String(int(10))
          : pick(given);
    return chars.join('');
  }

  function rewrite({ name, phone, email, address }: Customer): Customer {
    const next = { name, phone, email, address };
    const isLatin = /[a-z]/i.test(name);
    if (random() < 0.25) {
      const chance = random();
      if (!isLatin) next.name = chance < 0.5 ? [...name].join(' ') : misspell(name);
      else
        next.name =
          chance < 0.4
            ? name.split(' ').toReversed().join(' ')
            : chance < 0.7
              ? name.toUpperCase()
              : misspell(name);
    }
    if (phone) {
      const chance = random();
      if (chance < 0.25) next.phone = `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`;
      else if (chance < 0.35) next.phone = misspell(phone);
      else if (chance < 0.45) next.phone = null;
      else if (chance < 0.52) next.phone = `1${pick(['3', '5', '8'])}${digits(9)}`;
    }
    if (email) {
      const chance = random();
      next.email =
        chance < 0.2 ? email.toUpperCase() : chance < 0.4 ? null : chance < 0.5 ? misspell(email) : email;
    }
    if (address) {
      const chance = random();
      if (chance < 0.3)
        next.address = address
          .replace('市', '')
          .replace(/[号栋]/g, '-')
          .replace('室', '');
      else if (chance < 0.45) next.address = null;
      else if (chance < 0.55) next.address = misspell(address);
      else if (chance < 0.6) next.address = address.slice(3);
    }
    return next;
  }

  /** Somebody else of the same household: the address, the family name, often the phone. */
  function createRelative(one: Customer): Customer {
    const other = createCustomer();
    return {
      ...other,
      address: one.address,
      phone: random() < 0.5 ? one.phone : other.phone,
      name: /[a-z]/i.test(one.name) ? other.name : `${one.name[0]}${pick(given)}${pick(given)}`,
    };
  }

  const rows: (Customer & { person: number })[] = [];
  for (let person = 0; rows.length < count; person++) {
    const customer = createCustomer();
    rows.push({ ...customer, person });
    if (random() < 0.15) {
      const copies = random() < 0.2 ? 2 : 1;
      for (let n = 0; n < copies; n++) rows.push({ ...rewrite(customer), person });
    } else if (random() < 0.04) rows.push({ ...createRelative(customer), person: ++person });
  }
  for (let at = rows.length - 1; at > 0; at--) {
    const other = int(at + 1);
    [rows[at], rows[other]] = [rows[other]!, rows[at]!];
  }
  return rows;
}

/** mulberry32: enough for a test, and the same everywhere. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const families = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国志文海波鹏飞雪婷宇浩欣怡子涵梓轩诗琪雨泽思远嘉豪俊晓峰佳慧美玲春燕',
];
const firsts =
  'James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Barbara Richard Susan Joseph Jessica Anna Peter Laura Kevin Emma Oliver Lucas Sofia Marco Elena'.split(
    ' ',
  );
const lasts =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Lopez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez White Harris Clark Robinson Kowalska Müller Rossi Novak'.split(
    ' ',
  );
const cities = [
  '北京市',
  '上海市',
  '广州市',
  '深圳市',
  '杭州市',
  '成都市',
  '武汉市',
  '西安市',
  '苏州市',
  '南京市',
  '天津市',
  '重庆市',
];
const roads = [
  '人民路',
  '中山路',
  '解放路',
  '建设路',
  '和平路',
  '文化路',
  '长江路',
  '新华路',
  '朝阳路',
  '花园路',
  '学府路',
  '滨河路',
  '科技路',
  '幸福街',
  '光明街',
  '胜利街',
  '南京路',
  '北京路',
  '青年路',
  '工业路',
  '迎宾大道',
  '黄河大道',
  '世纪大道',
  '友谊路',
];
const districts = [
  '东城区',
  '西城区',
  '高新区',
  '江北区',
  '新城区',
  '天河区',
  '滨江区',
  '武侯区',
  '雁塔区',
  '玄武区',
];
const hosts = ['qq.com', '163.com', 'example.com', 'gmail.com', '126.com'];

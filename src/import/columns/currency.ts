/** The sign that a reading keeps, and all that people write for it. `¥` alone is the yuan's and the yen's: 円 and JPY tell. */
const CURRENCIES: Record<string, string> = {
  '¥': '¥ 元 CNY RMB CN¥ 人民币 圆 圓 块',
  JPY: 'JPY JP¥ 円 日元 日圆',
  $: '$ US$ USD 美元 美金',
  HK$: 'HK$ HKD 港元 港币 港幣',
  NT$: 'NT$ TWD 新台币 新台幣 台币',
  S$: 'S$ SGD 新加坡元',
  A$: 'A$ AU$ AUD 澳元',
  C$: 'C$ CA$ CAD 加元',
  R$: 'R$ BRL',
  '€': '€ EUR EURO EUROS 欧元 歐元',
  '£': '£ GBP 英镑 英鎊',
  CHF: 'CHF FR SFR 瑞士法郎',
  kr: 'KR',
  SEK: 'SEK',
  NOK: 'NOK',
  DKK: 'DKK',
  '₹': '₹ INR RS',
  '₩': '₩ KRW 원 韩元',
  '₽': '₽ RUB РУБ 卢布',
  zł: 'ZŁ PLN',
  Kč: 'KČ CZK',
  Ft: 'FT HUF',
  '₺': '₺ TRY TL',
  '₫': '₫ VND',
  '฿': '฿ THB 泰铢',
  '₪': '₪ ILS',
  ZAR: 'ZAR',
  MXN: 'MXN MX$',
};

const SIGNS = new Map(
  Object.entries(CURRENCIES).flatMap(([sign, words]) =>
    words.split(' ').map((word) => [word, sign] as const),
  ),
);

/** The sign of a currency written in any of its ways; undefined where it is none. */
export function maybeCurrency(text: string): string | undefined {
  return SIGNS.get(text.toUpperCase().replace(/\.$/, ''));
}

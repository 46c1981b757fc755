import { isDay } from './day';

/** Numbers that no one adds up: they are kept as text, with all their digits. */
export type CodeKind = 'phone' | 'identity-card';

const MOBILE = /^1[3-9]\d{9}$/;
const PHONE = /^(\+|00)?[\d\s().-]{7,20}$/;

/** What a text is by its own form: digits alone are a phone number only where they are a Chinese mobile one. */
export function maybeCode(text: string): CodeKind | undefined {
  const short = text.length <= 24 ? text.trim() : '';
  if (isIdentityCard(short)) return 'identity-card';
  if (MOBILE.test(short)) return 'phone';
  const digits = short.replace(/\D/g, '').length;
  if (digits < 7 || digits > 15 || !PHONE.test(short)) return undefined;
  if (/^\+\d+$/.test(short)) return digits >= 10 ? 'phone' : undefined;
  // a single point is a decimal one
  return /\d[\s().-]+\d/.test(short) && !/^[-+]?\d+\.\d+$/.test(short) ? 'phone' : undefined;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A Chinese identity card: 18 characters with the check digit of GB 11643-1999, or 15 digits of the time before. */
function isIdentityCard(text: string): boolean {
  if (/^[1-8]\d{14}$/.test(text)) return isBirthday(`19${text.slice(6, 12)}`);
  if (!/^[1-8]\d{16}[\dXx]$/.test(text) || !isBirthday(text.slice(6, 14))) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text[17]!.toUpperCase();
}

function isBirthday(digits: string): boolean {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  return year! >= 1850 && year! <= 2100 && isDay({ year: year!, month: month!, day: day! });
}

/** What the name of a column says of its values. */
export interface NameSigns {
  phone: boolean;
  postcode: boolean;
  code: boolean;
  date: boolean;
  time: boolean;
}

const PHONE_NAME =
  /电话|電話|手机|手機|固话|传真|联系方式|전화|\b(tele)?phones?\b|\bmobile\b|\btel\b|\bfax\b|\bcell\b/;
const POSTCODE_NAME =
  /邮编|邮政编码|郵遞區號|郵便番号|우편번호|\bpost(al)? ?codes?\b|\bpostal\b|\bzip\b|\bzip ?codes?\b|\bplz\b|\bcode postal\b|\bcep\b/;
const CODE_NAME =
  /编号|编码|編號|工号|学号|学籍号|单号|訂單號|卡号|卡號|账号|帐号|帳號|户号|证件|证号|身份证|条码|条形码|货号|流水号|序列号|代码|代碼|\b(sku|codes?|barcode|ean|upc|gtin|isbn|issn|imei|serial|no|nr|card|account|acct|iban|passport|ssn|tin|matricule|kundennummer)\b|\bnumber$/;
const DATE_NAME =
  /日期|时间|時間|生日|年月日|日付|날짜|日$|\b(date|day|dt|datum|fecha|dob|birthday|timestamp|datetime)\b/;
const TIME_NAME = /时间|時間|时刻|시간|\b(time|timestamp|datetime|ts|epoch|created|updated|modified|at)\b/;

export function toNameSigns(name: string): NameSigns {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\s./-]+/g, ' ')
    .trim()
    .toLowerCase();
  return {
    phone: PHONE_NAME.test(words),
    postcode: POSTCODE_NAME.test(words),
    code: CODE_NAME.test(words),
    date: DATE_NAME.test(words),
    time: TIME_NAME.test(words),
  };
}

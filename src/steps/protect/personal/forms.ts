import { quoteText } from '../../../sql/quote';
import { toIdCardTest, toLuhnTest } from './checks';
import { cities, compoundSurnames, givenEnds, givenNames, pinyinSurnames, surnames } from './names';

/** What a value may look like; each is counted. `it` is a text without spaces around it, `closed` one without any. */
export const forms = {
  email: like('^[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}$'),
  mobile: like('^((\\+|00)?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}$'),
  /** With marks that only phone numbers have. */
  phone: like(
    '^(\\+\\d{1,3}[ .-]?(\\(\\d+\\)[ .-]?)?\\d[\\d .-]{5,14}\\d|\\(?0\\d{2,3}\\)?[ -]\\d{7,8}([ -]\\d{1,6})?|\\(\\d{3}\\) ?\\d{3}[-. ]\\d{4}|(1[-. ])?\\d{3}[-.]\\d{3}[-.]\\d{4}|07\\d{3} ?\\d{6}|1[3-9]\\d[ -]\\d{4}[ -]\\d{4})$',
  ),
  /** Digits and marks that may be a phone number where something else says so. */
  dialled: (it: string) =>
    `${toMatch(it, '^\\+?\\(?\\d[\\d() .-]{5,18}\\d$')} AND NOT ${toMatch(it, '^\\d+\\.\\d+$')}`,
  idCard: (_: string, closed: string) => toIdCardTest(closed),
  idDigits: like(
    '^([1-9]\\d{16}[\\dXx]|[1-9]\\d{14}|\\d{3}-\\d{2}-\\d{4}|[A-Z]\\d{9}|[A-Z]{1,2}\\d{6}\\(?[\\dA]\\)?)$',
  ),
  ssn: like('^[0-8]\\d{2}-\\d{2}-\\d{4}$'),
  passport: like('^[A-Z\\d]*\\d[A-Z\\d]{4,11}$'),
  bankCard: (_: string, closed: string) => toLuhnTest(closed, '^(3[47]\\d{13}|[3-6]\\d{15,18})$'),
  account: like('^[\\d -]{10,26}$'),
  iban: like(
    '^(AD|AE|AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IL|IS|IT|KW|LI|LT|LU|LV|MC|MT|NL|NO|PL|PT|QA|RO|RS|SA|SE|SI|SK|SM|TR|UA)\\d{2} ?([A-Z0-9]{4} ?){2,7}[A-Z0-9]{1,4}$',
  ),
  address: (it: string) =>
    `length(${it}) BETWEEN 6 AND 120 AND NOT regexp_matches(${it}, '(公司|店|部|中心|银行|大学|医院)$') AND (${[
      '(省|市|区|县|州|盟|旗).*(路|街|巷|弄|大道|胡同|村|镇|乡|号|苑|小区|广场|大厦)',
      '(路|街|巷|弄|大道|胡同)[\\d一二三四五六七八九十]+(号|弄)',
      "(?i)^\\d{1,6}[a-z]?,? +([nsew]\\.? +)?[\\w.'’-]+( +[\\w.'’-]+){0,5} +(st|street|rd|road|ave|avenue|blvd|boulevard|ln|lane|dr|drive|ct|court|pl|place|way|sq|square|terrace|pkwy|parkway|hwy|highway)\\b",
      '(?i)^[\\p{L} .-]+(straße|strasse|str\\.|weg|platz|allee|gasse) ?\\d+',
      '(?i)^\\d{1,4},? (rue|avenue|boulevard|place|chemin|allée|via|calle) ',
      '(?i)^(via|calle|rua|avenida) .*\\d',
    ]
      .map((form) => toMatch(it, form))
      .join(' OR ')})`,
  /** A day, or a year that somebody may be born in. */
  day: like(
    '^((1[89]|20)\\d{2}([-/.年] ?\\d{1,2}([-/.月] ?\\d{1,2}日?)?)?([ T].*)?|(1[89]|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])|\\d{1,2}[-/. ](\\d{1,2}|[A-Za-z]{3,9})[-/. ,]+(\\d{2}|\\d{4})|[A-Za-z]{3,9} \\d{1,2},? \\d{4}|\\d{1,2}月\\d{1,2}日)$',
  ),
  plate: like(
    '^[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][ ·•-]?[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]$',
  ),
  plateLoose: like('^[A-Z0-9]{1,4}[ -]?[A-Z0-9]{2,5}([ -]?[A-Z0-9]{1,4})?$'),
  ip: like(
    '^((25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(25[0-5]|2[0-4]\\d|1?\\d?\\d)$|^([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}$|^([0-9a-fA-F]{1,4}:){1,6}(:[0-9a-fA-F]{1,4}){1,6}$',
  ),
  handle: like(
    '^(@[A-Za-z0-9_.]{2,30}|wxid_\\w+|(https?://)?(www\\.)?(twitter|x|instagram|facebook|linkedin|weibo|tiktok|github)\\.com/.+)$',
  ),
  userName: (it: string) =>
    `length(${it}) BETWEEN 2 AND 30 AND ${toMatch(it, '^@?[^\\s@,;:!?()（），。]+$')}`,
  postcode: like(
    '^(\\d{6}|\\d{5}(-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|\\d{3}-\\d{4}|\\d{4} ?[A-Z]{2})$',
  ),
  postcodeSure: like('^(\\d{5}-\\d{4}|[A-Z]{1,2}\\d[A-Z\\d]? \\d[A-Z]{2}|[A-Z]\\d[A-Z] \\d[A-Z]\\d)$'),
  chineseName: (_: string, closed: string) =>
    `${toMatch(closed, `^([${surnames}]\\p{Han}{1,2}|(${compoundSurnames})\\p{Han}{1,2}|[${surnames}]\\p{Han}{0,2}(先生|女士|小姐|老师)|[小阿老]\\p{Han}|\\p{Han}{2,5}·\\p{Han}{2,6})$`)} AND NOT ${toMatch(closed, `^(${cities})[市县区省]?$`)}`,
  givenEnd: (_: string, closed: string) =>
    toMatch(
      closed,
      `^([小阿老]\\p{Han}|.{1,3}[${givenEnds}](先生|女士|小姐|老师)?|.{1,3}(先生|女士|小姐)|.*·.*)$`,
    ),
  /** Two or three words that begin with capitals. */
  westernName: like(
    "^\\p{Lu}[\\p{L}'’.-]*,?( \\p{Lu}\\.?)?( [\\p{Lu}][\\p{L}'’-]*| (de|van|von|der|la|del|bin|al)){1,3}$|^\\p{Lu}\\p{Ll}+,? \\p{Lu}\\p{L}*$",
  ),
  knownName: like(
    `(?i)^(([a-z]{2,}, ?)?(${givenNames})( [\\p{L}.'’-]+){0,3}|(${pinyinSurnames}),? [a-z]{2,7}( [a-z]+)?|[a-z]{2,12}( [a-z]\\.?)? (${pinyinSurnames}))$`,
  ),
  /** Letters of any script, as names in languages that the lists have not. */
  words: (it: string) =>
    `length(${it}) BETWEEN 2 AND 60 AND ${toMatch(it, '^[^\\d@#$%&*+=/\\\\<>|_{}\\[\\]"?!:;()，。！？、]+$')} AND NOT ${toMatch(it, '(\\S+\\s+){4}')}`,
  phoneInText: (it: string) => `length(${it}) > 14 AND ${toMatch(it, '(^|[^\\d.])1[3-9]\\d{9}([^\\d]|$)')}`,
  emailInText: (it: string) =>
    `length(${it}) > 14 AND ${toMatch(it, '\\s\\S+@\\S+\\.[a-z]{2,}|\\S+@\\S+\\.[a-z]{2,}\\s')}`,
} satisfies Record<string, (it: string, closed: string) => string>;

export type Form = keyof typeof forms;

function like(form: string): (it: string) => string {
  return (it) => toMatch(it, form);
}

function toMatch(it: string, form: string): string {
  return `regexp_matches(${it}, ${quoteText(form)})`;
}

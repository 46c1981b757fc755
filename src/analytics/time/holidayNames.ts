/** What days are called in data: in English, and in Chinese. */
export const holidayNames = {
  'new-year': ['New Year', '元旦'],
  'spring-festival': ['Spring Festival', '春节'],
  qingming: ['Qingming', '清明节'],
  labour: ['Labour Day', '劳动节'],
  'dragon-boat': ['Dragon Boat Festival', '端午节'],
  'victory-day': ['Victory Day', '胜利日'],
  'mid-autumn': ['Mid-Autumn Festival', '中秋节'],
  'national-day': ['National Day', '国庆节'],
  'martin-luther-king': ['Martin Luther King Day', '马丁·路德·金纪念日'],
  'presidents-day': ['Presidents’ Day', '总统日'],
  'memorial-day': ['Memorial Day', '阵亡将士纪念日'],
  juneteenth: ['Juneteenth', '六月节'],
  'independence-day': ['Independence Day', '独立日'],
  'columbus-day': ['Columbus Day', '哥伦布日'],
  'veterans-day': ['Veterans Day', '退伍军人节'],
  thanksgiving: ['Thanksgiving', '感恩节'],
  'good-friday': ['Good Friday', '耶稣受难日'],
  'easter-monday': ['Easter Monday', '复活节星期一'],
  'early-may': ['Early May Bank Holiday', '五月初银行假日'],
  'spring-bank': ['Spring Bank Holiday', '春季银行假日'],
  'summer-bank': ['Summer Bank Holiday', '夏季银行假日'],
  ascension: ['Ascension Day', '耶稣升天节'],
  'whit-monday': ['Whit Monday', '圣灵降临节星期一'],
  'unity-day': ['German Unity Day', '德国统一日'],
  'bastille-day': ['Bastille Day', '法国国庆日'],
  assumption: ['Assumption', '圣母升天节'],
  'all-saints': ['All Saints’ Day', '诸圣节'],
  armistice: ['Armistice Day', '一战停战日'],
  christmas: ['Christmas Day', '圣诞节'],
  'boxing-day': ['Boxing Day', '节礼日'],
  // no holiday, but a weekend day that is worked in place of one
  'make-up-work': ['Make-up workday', '调休上班'],
} as const satisfies Record<string, readonly [en: string, zh: string]>;

export type HolidayName = keyof typeof holidayNames;

export interface Holiday {
  /** From 1970-01-01. */
  day: number;
  name: HolidayName;
}

const words = (text) =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split(':'));

const SURNAMES = words(`
  王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 徐:xu 孙:sun 马:ma 朱:zhu 胡:hu 郭:guo
  何:he 林:lin 高:gao 罗:luo 郑:zheng 梁:liang 谢:xie 宋:song 唐:tang 许:xu 邓:deng 韩:han 冯:feng 曹:cao 彭:peng
  曾:zeng 肖:xiao 田:tian 董:dong 潘:pan 袁:yuan 蔡:cai 蒋:jiang 余:yu 于:yu 杜:du 叶:ye 程:cheng 魏:wei 苏:su
  吕:lyu 丁:ding 任:ren 沈:shen 姚:yao 卢:lu 姜:jiang 崔:cui 钟:zhong 谭:tan 陆:lu 汪:wang 范:fan 石:shi 廖:liao
  贾:jia 夏:xia 韦:wei 方:fang 白:bai 邹:zou 孟:meng 熊:xiong 秦:qin 邱:qiu 江:jiang 尹:yin 欧阳:ouyang 上官:shangguan
`);
const SURNAME_WEIGHTS = SURNAMES.map((_, index) => 40 / (index + 6));

const GIVEN = {
  男: {
    elder:
      words(`建国:jianguo 志强:zhiqiang 国庆:guoqing 卫东:weidong 德明:deming 永福:yongfu 金生:jinsheng 文斌:wenbin 学军:xuejun
      宝林:baolin 长河:changhe 光辉:guanghui 树人:shuren 建华:jianhua 玉山:yushan 家栋:jiadong 正义:zhengyi 立新:lixin`),
    middle:
      words(`伟:wei 磊:lei 军:jun 勇:yong 涛:tao 斌:bin 鹏:peng 志远:zhiyuan 海波:haibo 俊杰:junjie 晓东:xiaodong 文博:wenbo
      振宇:zhenyu 立峰:lifeng 思远:siyuan 启明:qiming 国栋:guodong 宏伟:hongwei 旭:xu 凯:kai 剑锋:jianfeng 少华:shaohua`),
    young:
      words(`子轩:zixuan 浩然:haoran 宇航:yuhang 俊熙:junxi 一鸣:yiming 嘉豪:jiahao 泽宇:zeyu 梓豪:zihao 天佑:tianyou 逸凡:yifan
      奕辰:yichen 睿:rui 晨:chen 子墨:zimo 思齐:siqi 皓轩:haoxuan 铭泽:mingze 星宇:xingyu 乐天:letian 景行:jingxing`),
  },
  女: {
    elder:
      words(`秀英:xiuying 桂兰:guilan 玉兰:yulan 淑珍:shuzhen 凤英:fengying 丽华:lihua 素芬:sufen 春梅:chunmei 桂芳:guifang
      惠珍:huizhen 月娥:yuee 爱华:aihua 玉梅:yumei 美玲:meiling 秋菊:qiuju 翠萍:cuiping 雅琴:yaqin 慧敏:huimin`),
    middle:
      words(`芳:fang 娜:na 敏:min 静:jing 丽:li 艳:yan 燕:yan 晓红:xiaohong 雪梅:xuemei 海燕:haiyan 婷婷:tingting 丽娟:lijuan
      文静:wenjing 慧:hui 颖:ying 琳:lin 佳:jia 倩:qian 晓雯:xiaowen 莉莉:lili 春燕:chunyan 明霞:mingxia`),
    young:
      words(`子涵:zihan 雨薇:yuwei 诗涵:shihan 欣怡:xinyi 梦琪:mengqi 思雨:siyu 可欣:kexin 语桐:yutong 佳怡:jiayi 若曦:ruoxi
      雅静:yajing 梓萱:zixuan 一诺:yinuo 晓彤:xiaotong 清妍:qingyan 悦:yue 念:nian 安琪:anqi 沐晴:muqing 书瑶:shuyao`),
  },
};

const FIRST = {
  男: [
    'James',
    'Daniel',
    'Kevin',
    'Thomas',
    'Jason',
    'Leo',
    'Oliver',
    'Marco',
    'Peter',
    'Eric',
    'Henry',
    'Samuel',
    'Victor',
    'Alan',
  ],
  女: [
    'Emma',
    'Grace',
    'Sophie',
    'Olivia',
    'Helen',
    'Claire',
    'Amy',
    'Lucy',
    'Irene',
    'Julia',
    'Nora',
    'Vivian',
    'Alice',
    'Yuki',
  ],
};
const LAST = [
  'Wilson',
  'Taylor',
  'Brown',
  'Martin',
  'Lee',
  'Chan',
  'Wong',
  'Müller',
  'Rossi',
  "O'Connor",
  'Tanaka',
  'Novák',
  'Smith',
  'Kim',
];

export const REPS = [
  '陈思远',
  'Grace Liu',
  '李晓雯',
  '赵鹏',
  'Kevin Zhang',
  '孙丽娟',
  '周启明',
  '吴倩',
  'Amy Chen',
  '何志远',
  '郭静',
  '林海波',
];
export const AGENTS = ['小安', '小蓝', '阿岩', 'Cindy', '小禾', '阿宁', 'Leo', '小满'];

/** An invented person: `latin` is the name in Latin letters, surname last. */
export function drawPerson(random, age) {
  const gender = random.pick(['男', '女']);
  if (random.chance(0.09)) return drawForeigner(random, gender);
  const [surname, surnameLatin] = SURNAMES[random.weighted(SURNAME_WEIGHTS)];
  const [given, givenLatin] = random.pick(GIVEN[gender][age > 50 ? 'elder' : age > 31 ? 'middle' : 'young']);
  return {
    gender,
    name: surname + given,
    surname,
    given,
    latin: `${capital(givenLatin)} ${capital(surnameLatin)}`,
    foreign: false,
  };
}

export function drawEmail(random, latin) {
  const [given, surname] = latin
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .split(' ');
  const local = random.pick([
    `${given}.${surname}`,
    `${surname}${given}`,
    `${given}_${surname}`,
    `${surname}.${given[0]}`,
  ]);
  return `${local}${random.chance(0.7) ? random.integer(1, 999) : ''}@${random.pick(['example.com', 'example.com', 'example.org', 'example.net'])}`;
}

/**
 * A mobile number nobody has: eleven digits as in China, but with prefixes that no carrier had been given when this was written.
 */
export function drawPhone(random, taken) {
  const phone =
    random.pick(['154', '160', '164', '169']) + String(random.integer(0, 99_999_999)).padStart(8, '0');
  if (taken.has(phone)) return drawPhone(random, taken);
  taken.add(phone);
  return phone;
}

/** The same person as a second clerk would write them. */
export function respell(random, { name, surname, given, latin, gender, foreign }) {
  const [first, last] = latin.split(' ');
  if (foreign)
    return random.pick([name.toLowerCase(), name.toUpperCase(), `${last}, ${first}`, `${first[0]}. ${last}`]);
  const title = gender === '男' ? '先生' : '女士';
  return random.pick([
    `${surname} ${given}`,
    `${last} ${first}`,
    `${last.toUpperCase()} ${first.toUpperCase()}`,
    name + title,
  ]);
}

function drawForeigner(random, gender) {
  const name = `${random.pick(FIRST[gender])} ${random.pick(LAST)}`;
  return { gender, name, surname: '', given: '', latin: name, foreign: true };
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}

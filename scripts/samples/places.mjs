/** Weight of customers, spelling in Latin letters, and the first four digits of the postcode. */
export const CITIES = [
  { name: '上海', latin: 'Shanghai', postcode: '2000', weight: 150 },
  { name: '北京', latin: 'Beijing', postcode: '1000', weight: 135 },
  { name: '杭州', latin: 'Hangzhou', postcode: '3100', weight: 100 },
  { name: '广州', latin: 'Guangzhou', postcode: '5100', weight: 90 },
  { name: '深圳', latin: 'Shenzhen', postcode: '5180', weight: 90 },
  { name: '成都', latin: 'Chengdu', postcode: '6100', weight: 75 },
  { name: '南京', latin: 'Nanjing', postcode: '2100', weight: 50 },
  { name: '苏州', latin: 'Suzhou', postcode: '2150', weight: 45 },
  { name: '武汉', latin: 'Wuhan', postcode: '4300', weight: 45 },
  { name: '重庆', latin: 'Chongqing', postcode: '4000', weight: 40 },
  { name: '西安', latin: "Xi'an", postcode: '7100', weight: 35 },
  { name: '厦门', latin: 'Xiamen', postcode: '3610', weight: 35 },
  { name: '青岛', latin: 'Qingdao', postcode: '2660', weight: 25 },
  { name: '昆明', latin: 'Kunming', postcode: '6500', weight: 22 },
  { name: '太原', latin: 'Taiyuan', postcode: '0300', weight: 20 },
  { name: '石家庄', latin: 'Shijiazhuang', postcode: '0500', weight: 18 },
  { name: '呼和浩特', latin: 'Hohhot', postcode: '0100', weight: 15 },
  { name: '哈尔滨', latin: 'Harbin', postcode: '1500', weight: 10 },
];

export function drawPostcode(random, city) {
  return (
    city.postcode + random.pick(['00', '01', '02', '06', '10', '11', '16', '20', '21', '30', '35', '41'])
  );
}

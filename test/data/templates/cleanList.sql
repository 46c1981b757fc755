-- What the customers of the sample company look like when they are cleaned, asked of the file itself.
WITH cities(english, chinese) AS (
  VALUES ('beijing', '北京'), ('shanghai', '上海'), ('guangzhou', '广州'), ('shenzhen', '深圳'), ('hangzhou', '杭州'), ('chengdu', '成都'),
    ('nanjing', '南京'), ('suzhou', '苏州'), ('wuhan', '武汉'), ('chongqing', '重庆'), ('xi''an', '西安'), ('xiamen', '厦门'),
    ('qingdao', '青岛'), ('taiyuan', '太原'), ('kunming', '昆明'), ('harbin', '哈尔滨'), ('hohhot', '呼和浩特'), ('shijiazhuang', '石家庄')
), raw AS (
  SELECT DISTINCT * FROM read_csv('samples/customers.csv', all_varchar = true)
), clean AS (
  SELECT
    customer_id,
    name AS name_before,
    regexp_replace(name, '^[ 　]+|[ 　]+$', '', 'g') AS name,
    phone AS phone_before,
    right(regexp_replace(translate(phone, '０１２３４５６７８９', '0123456789'), '[^0-9]', '', 'g'), 11) AS phone,
    email AS email_before,
    CASE WHEN email NOT IN ('N/A', '-', '无') THEN lower(email) END AS email,
    city AS city_before,
    CASE WHEN city <> 'N/A' THEN coalesce(chinese, regexp_replace(city, '市$', '')) END AS city
  FROM raw LEFT JOIN cities ON lower(city) = english
)
SELECT to_json({
  'before': (SELECT count(*) FROM read_csv('samples/customers.csv', all_varchar = true)),
  'rows': count(*),
  'names': count(*) FILTER (name <> name_before),
  'phones': count(*) FILTER (phone <> phone_before),
  'emails': count(*) FILTER (email IS DISTINCT FROM email_before),
  'cities': count(*) FILTER (city IS DISTINCT FROM city_before),
  'changed_rows': count(*) FILTER (name <> name_before OR phone <> phone_before OR email IS DISTINCT FROM email_before OR city IS DISTINCT FROM city_before),
  'beijing': count(*) FILTER (city = '北京'),
  'kinds': count(DISTINCT city),
  'emails_left': count(email),
  'all_phones': md5(string_agg(phone, ',' ORDER BY customer_id)),
  'all_emails': md5(string_agg(email, ',' ORDER BY customer_id))
})
FROM clean;

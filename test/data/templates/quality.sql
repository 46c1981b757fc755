-- What the data quality report says of the customers of the sample company, asked of the file itself.
WITH raw AS (
  SELECT * FROM read_csv('samples/customers.csv', all_varchar = true)
), once AS (
  SELECT DISTINCT * FROM raw
), told AS (
  SELECT column_name, CASE WHEN trim(value) NOT IN ('', 'N/A', '-', '无') THEN value END AS value
  FROM once UNPIVOT INCLUDE NULLS (value FOR column_name IN (*))
), people AS (
  SELECT
    customer_id,
    CASE WHEN email NOT IN ('N/A', '-', '无') THEN lower(email) END AS email,
    right(regexp_replace(translate(phone, '０１２３４５６７８９', '0123456789'), '[^0-9]', '', 'g'), 11) AS phone,
    CAST(age AS INTEGER) AS age,
    CASE WHEN city <> 'N/A' THEN city END AS city,
    gender,
    coalesce(
      try_strptime(signup_date, '%Y-%m-%d'), try_strptime(signup_date, '%Y/%-m/%-d'),
      try_strptime(signup_date, '%Y年%-m月%-d日'), try_strptime(signup_date, '%d-%b-%y')
    )::DATE AS signed
  FROM once
), ages AS (
  SELECT quantile_cont(age, 0.25) AS low, quantile_cont(age, 0.75) AS high FROM people
), faults AS (
  SELECT
    *,
    email IS NULL AS no_email, age IS NULL AS no_age, city IS NULL AS no_city, gender IS NULL AS no_gender,
    coalesce(age < low - 2 * (high - low) OR age > high + 2 * (high - low), false) AS odd_age,
    coalesce(city LIKE '%市', false) AS long_city,
    coalesce(regexp_matches(city, '[A-Za-z]'), false) AS english_city,
    coalesce(gender IN ('M', 'F'), false) AS english_gender
  FROM people, ages
), counts AS (
  SELECT
    count(*) AS people,
    count(*) FILTER (no_email) AS no_email,
    count(*) FILTER (odd_age) AS odd_ages,
    count(*) FILTER (long_city) AS long_cities,
    count(*) FILTER (english_city) AS english_cities,
    count(*) FILTER (english_gender) AS english_genders,
    count(*) FILTER (no_email OR no_age OR no_city OR no_gender OR odd_age OR long_city OR english_city OR english_gender) AS faulty,
    count(age) AS ages, count(city) AS cities, count(gender) AS genders
  FROM faults
), orders AS (
  SELECT DISTINCT * FROM read_csv('samples/orders.csv', all_varchar = true)
), filled AS (
  SELECT count(*) AS cells, count(value) AS filled FROM told
)
SELECT to_json({
  'rows': (SELECT count(*) FROM raw),
  'again': (SELECT count(*) FROM raw) - people,
  'no_email': no_email,
  'odd_ages': odd_ages,
  'long_cities': long_cities,
  'english_cities': english_cities,
  'english_genders': english_genders,
  -- a row that repeats another is a fault, too
  'faulty': faulty + (SELECT count(*) FROM raw) - people,
  'missing': round(100.0 * (cells - filled) / cells, 1),
  'notes_missing': (SELECT count(*) FROM told WHERE column_name = 'notes' AND value IS NULL),
  'newest': (SELECT max(signed) FROM people),
  'september': (SELECT count(*) FROM people WHERE signed >= '2025-09-01'),
  'shared': (SELECT count(*) FROM people WHERE phone IN (SELECT phone FROM people GROUP BY 1 HAVING count(*) > 1) OR email IN (SELECT email FROM people GROUP BY 1 HAVING count(*) > 1)),
  'orders': {
    'payment': (SELECT count(*) FROM orders WHERE payment IS NULL),
    -- those over 60,000 yuan, which lie far above all others
    'large': (SELECT count(*) FROM orders WHERE CAST(regexp_replace(amount, '[¥,元 ]', '', 'g') AS DOUBLE) > 60000),
    'blank': (SELECT count(*) FROM orders WHERE channel <> trim(channel)),
    'english': (SELECT count(*) FROM orders WHERE trim(channel) = 'Tmall')
  },
  'score': round(list_avg([
    round(100.0 * filled / cells, 1),
    round(100 * list_avg([1 - ((SELECT count(*) FROM raw) - people) / (SELECT count(*) FROM raw), 1]), 1),
    100.0,
    round(100 * list_avg([1 - long_cities / cities, 1 - english_cities / cities, 1, 1 - english_genders / genders]), 1),
    round(100 * list_avg([1, 1 - odd_ages / ages]), 1)
  ]), 1)
})
FROM counts, filled;

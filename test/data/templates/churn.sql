-- What the churn report says of the sample company, asked of the files themselves.
WITH raw AS (
  SELECT DISTINCT * FROM read_csv('samples/orders.csv', all_varchar = true)
), orders AS (
  SELECT customer_id, trim(channel) AS channel, CAST(ordered_at AS TIMESTAMP)::DATE AS day, CAST(regexp_replace(amount, '[¥,元 ]', '', 'g') AS DOUBLE) AS amount
  FROM raw
  WHERE amount IS NOT NULL AND status NOT IN ('已取消', '已退货', '已退款')
), buyers AS (
  SELECT customer_id, min(day) AS first, max(day) AS last, sum(amount) AS spent FROM orders GROUP BY customer_id
), numbered AS (
  SELECT DISTINCT customer_id, day FROM orders
), gaps AS (
  SELECT a.day - max(b.day) AS gap
  FROM numbered AS a JOIN numbered AS b ON a.customer_id = b.customer_id AND b.day < a.day
  GROUP BY a.customer_id, a.day
), today AS (
  SELECT max(day) AS today FROM orders
), half_year_before AS (
  -- who was active 180 days before the last day, and did not order after it
  SELECT customer_id, bool_or(day > today - 180) AS is_back
  FROM orders CROSS JOIN today
  GROUP BY customer_id, today
  HAVING max(day) FILTER (day <= today - 180) + 180 > today - 180
)
SELECT to_json({
  'customers': count(*),
  'until': any_value(today),
  'gone': count(*) FILTER (last + 180 <= today),
  'gone_after_90': count(*) FILTER (last + 90 <= today),
  'september': count(*) FILTER (last + 180 BETWEEN '2025-09-01' AND '2025-09-30'),
  'before_september': count(*) FILTER (first < '2025-09-01' AND last + 180 >= '2025-09-01'),
  'new_in_september': count(*) FILTER (first >= '2025-09-01'),
  'half_gap': (SELECT quantile_disc(gap, 0.5) FROM gaps),
  'most_gap': (SELECT quantile_disc(gap, 0.9) FROM gaps),
  'learned_from': (SELECT count(*) FROM half_year_before),
  'left': (SELECT count(*) FROM half_year_before WHERE NOT is_back),
  'largest_lost': (SELECT customer_id FROM buyers CROSS JOIN today WHERE last + 180 <= today ORDER BY spent DESC LIMIT 1),
  'june_again_in_july': (
    SELECT count(DISTINCT customer_id) FROM orders JOIN buyers USING (customer_id)
    WHERE first BETWEEN '2025-06-01' AND '2025-06-30' AND day BETWEEN '2025-07-01' AND '2025-07-31'
  )
})
FROM buyers CROSS JOIN today;

-- What the customer segments say of the sample company, asked of the files themselves.
WITH raw AS (
  SELECT DISTINCT * FROM read_csv('samples/orders.csv', all_varchar = true)
), orders AS (
  SELECT customer_id, order_id, CAST(ordered_at AS TIMESTAMP) AS ordered, CAST(regexp_replace(amount, '[¥,元 ]', '', 'g') AS DOUBLE) AS amount
  FROM raw
  WHERE amount IS NOT NULL AND status NOT IN ('已取消', '已退货', '已退款')
), buyers AS (
  SELECT customer_id, max(ordered)::DATE AS last, count(DISTINCT order_id) AS often, sum(amount) AS spent
  FROM orders
  GROUP BY customer_id
), ranked AS (
  -- a fifth of the customers for each score; who is alike has the lower one
  SELECT *,
    1 + 5 * ((SELECT count(*) FROM buyers AS b WHERE b.last < a.last)) // (SELECT count(*) FROM buyers) AS r,
    1 + 5 * ((SELECT count(*) FROM buyers AS b WHERE b.often < a.often)) // (SELECT count(*) FROM buyers) AS f
  FROM buyers AS a
), people AS (
  SELECT customer_id, max(TRY_CAST(age AS INTEGER)) AS age
  FROM read_csv('samples/customers.csv', all_varchar = true)
  GROUP BY customer_id
)
SELECT to_json({
  'customers': count(*),
  'sales': round(sum(spent), 2),
  'again': count(*) FILTER (often > 1),
  'since': (SELECT min(ordered)::DATE FROM orders),
  'until': (SELECT max(ordered)::DATE FROM orders),
  'best': count(*) FILTER (r >= 4 AND f >= 4),
  'best_sales': round(sum(spent) FILTER (r >= 4 AND f >= 4), 2),
  'risk': count(*) FILTER (r <= 2 AND f >= 4),
  'risk_sales': round(sum(spent) FILTER (r <= 2 AND f >= 4), 2),
  'lost': count(*) FILTER (r <= 2 AND f = 1),
  'largest': (SELECT customer_id FROM buyers ORDER BY spent DESC LIMIT 1),
  'largest_risk': (SELECT customer_id FROM ranked WHERE r <= 2 AND f >= 4 ORDER BY spent DESC LIMIT 1),
  'of_known_age': (SELECT count(*) FROM ranked JOIN people USING (customer_id) WHERE age BETWEEN 14 AND 110),
  'since_2025': (SELECT count(DISTINCT customer_id) FROM orders WHERE ordered >= '2025-01-01')
})
FROM ranked;

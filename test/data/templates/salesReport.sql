-- What the sales report says of the sample company, asked of the files themselves.
WITH raw AS (
  SELECT DISTINCT * FROM read_csv('samples/orders.csv', all_varchar = true)
), orders AS (
  SELECT order_id, customer_id, trim(channel) AS channel, CAST(ordered_at AS TIMESTAMP) AS ordered, CAST(regexp_replace(amount, '[¥,元 ]', '', 'g') AS DOUBLE) AS amount
  FROM raw
  WHERE amount IS NOT NULL AND status NOT IN ('已取消', '已退货', '已退款')
)
SELECT to_json({
  'sales': round(sum(amount), 2),
  'orders': count(DISTINCT order_id),
  'customers': count(DISTINCT customer_id),
  'since': min(ordered)::DATE,
  'until': max(ordered)::DATE,
  'september': round(sum(amount) FILTER (ordered >= '2025-09-01'), 2),
  'august': round(sum(amount) FILTER (ordered >= '2025-08-01' AND ordered < '2025-09-01'), 2),
  'months': count(DISTINCT date_trunc('month', ordered)),
  'shops': round(sum(amount) FILTER (channel = '门店'), 2)
})
FROM orders;

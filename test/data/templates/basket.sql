-- What the basket analysis says of the sample company, asked of the files themselves. Products are told apart by their codes here, and by their names there.
WITH lines AS (
  SELECT DISTINCT * FROM read_csv('samples/order_lines.csv', all_varchar = true)
), bought AS (
  SELECT order_id, sku, category, CAST(quantity AS INTEGER) AS quantity, CAST(unit_price AS DOUBLE) AS price
  FROM lines
  WHERE CAST(quantity AS INTEGER) > 0
), baskets AS (
  SELECT order_id, list_sort(list_distinct(list(sku))) AS skus, list_distinct(list(category)) AS categories, sum(quantity * price) AS value
  FROM bought
  GROUP BY order_id
)
SELECT to_json({
  'orders': count(*),
  'products': (SELECT count(DISTINCT sku) FROM bought),
  'mean': round(avg(len(skus)), 2),
  'several': round(100.0 * count(*) FILTER (len(skus) > 1) / count(*), 1),
  'single': count(*) FILTER (len(skus) = 1),
  'value': median(value),
  -- matcha with the whisk
  'both': count(*) FILTER (list_has_all(skus, ['TE-005', 'TT-005'])),
  'share': round(100.0 * count(*) FILTER (list_has_all(skus, ['TE-005', 'TT-005'])) / count(*) FILTER (list_contains(skus, 'TE-005')), 1),
  'open': count(*) FILTER (list_contains(skus, 'TE-005') AND NOT list_contains(skus, 'TT-005')),
  'lift': round(
    1.0 * count(*) * count(*) FILTER (list_has_all(skus, ['TE-005', 'TT-005']))
      / count(*) FILTER (list_contains(skus, 'TE-005')) / count(*) FILTER (list_contains(skus, 'TT-005')),
    1
  ),
  -- hand grinder, beans and filters
  'three': count(*) FILTER (list_has_all(skus, ['GR-001', 'BN-001', 'FL-001'])),
  'beans_with_pots': count(*) FILTER (list_has_all(categories, ['咖啡壶', '咖啡豆'])) / count(*) FILTER (list_contains(categories, '咖啡壶')),
  -- without the most common beans
  'fewer': (SELECT count(DISTINCT order_id) FROM bought WHERE sku <> 'BN-001')
})
FROM baskets;

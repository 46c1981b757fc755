-- {"item":"city","value":"age"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT "city", "value", "value" / nullif(sum(greatest("value", 0)) OVER (), 0) AS "share", sum(greatest("value", 0)) OVER (ORDER BY "value" DESC, "city" ROWS UNBOUNDED PRECEDING) / nullif(sum(greatest("value", 0)) OVER (), 0) AS "cumulated_share",
    CASE WHEN (sum(greatest("value", 0)) OVER (ORDER BY "value" DESC, "city" ROWS UNBOUNDED PRECEDING) - greatest("value", 0)) / nullif(sum(greatest("value", 0)) OVER (), 0) + 1e-12 < 0.8 THEN 'A' WHEN (sum(greatest("value", 0)) OVER (ORDER BY "value" DESC, "city" ROWS UNBOUNDED PRECEDING) - greatest("value", 0)) / nullif(sum(greatest("value", 0)) OVER (), 0) + 1e-12 < 0.95 THEN 'B' ELSE 'C' END AS "class",
    row_number() OVER (ORDER BY "value" DESC, "city") AS "rank"
  FROM (
    SELECT "city", sum(CAST("age" AS DOUBLE)) AS "value"
    FROM "people"
    WHERE "city" IS NOT NULL AND isfinite(CAST("age" AS DOUBLE))
    GROUP BY "city"
  )
  ORDER BY "rank"
)
SELECT *
FROM "step_1";

-- {"item":"name","value":"spend","first":50,"second":90}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT "name", "value", "value" / nullif(sum(greatest("value", 0)) OVER (), 0) AS "share", sum(greatest("value", 0)) OVER (ORDER BY "value" DESC, "name" ROWS UNBOUNDED PRECEDING) / nullif(sum(greatest("value", 0)) OVER (), 0) AS "cumulated_share",
    CASE WHEN (sum(greatest("value", 0)) OVER (ORDER BY "value" DESC, "name" ROWS UNBOUNDED PRECEDING) - greatest("value", 0)) / nullif(sum(greatest("value", 0)) OVER (), 0) + 1e-12 < 0.5 THEN 'A' WHEN (sum(greatest("value", 0)) OVER (ORDER BY "value" DESC, "name" ROWS UNBOUNDED PRECEDING) - greatest("value", 0)) / nullif(sum(greatest("value", 0)) OVER (), 0) + 1e-12 < 0.9 THEN 'B' ELSE 'C' END AS "class",
    row_number() OVER (ORDER BY "value" DESC, "name") AS "rank"
  FROM (
    SELECT "name", sum(CAST("spend" AS DOUBLE)) AS "value"
    FROM "people"
    WHERE "name" IS NOT NULL AND isfinite(CAST("spend" AS DOUBLE))
    GROUP BY "name"
  )
  ORDER BY "rank"
)
SELECT *
FROM "step_1";

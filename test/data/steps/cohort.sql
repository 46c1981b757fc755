-- {"customer":"name","date":"day"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "visits" AS (
    SELECT DISTINCT "name" AS who, CAST(date_trunc('month', "day") AS DATE) AS seen
    FROM "people"
    WHERE "name" IS NOT NULL AND isfinite("day")
  ), firsts AS (SELECT who, min(seen) AS cohort FROM "visits" GROUP BY who),
  sizes AS (SELECT cohort, count(*) AS size FROM firsts GROUP BY cohort),
  grid AS (
    SELECT cohort, size, unnest(range(date_diff('month', cohort, (SELECT max(seen) FROM "visits")) + 1)) AS period
    FROM sizes
  ), counts AS (
    SELECT cohort, date_diff('month', cohort, seen) AS period, count(*) AS customers
    FROM "visits" JOIN firsts USING (who) GROUP BY ALL
  )
  SELECT cohort, period, size, coalesce(customers, 0) AS customers, coalesce(customers, 0) / size AS share
  FROM grid LEFT JOIN counts USING (cohort, period)
  ORDER BY cohort, period
)
SELECT *
FROM "step_1";

-- {"customer":"city","date":"at","unit":"quarter"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "visits" AS (
    SELECT DISTINCT "city" AS who, CAST(date_trunc('quarter', "at") AS DATE) AS seen
    FROM "people"
    WHERE "city" IS NOT NULL AND isfinite("at")
  ), firsts AS (SELECT who, min(seen) AS cohort FROM "visits" GROUP BY who),
  sizes AS (SELECT cohort, count(*) AS size FROM firsts GROUP BY cohort),
  grid AS (
    SELECT cohort, size, unnest(range(date_diff('quarter', cohort, (SELECT max(seen) FROM "visits")) + 1)) AS period
    FROM sizes
  ), counts AS (
    SELECT cohort, date_diff('quarter', cohort, seen) AS period, count(*) AS customers
    FROM "visits" JOIN firsts USING (who) GROUP BY ALL
  )
  SELECT cohort, period, size, coalesce(customers, 0) AS customers, coalesce(customers, 0) / size AS share
  FROM grid LEFT JOIN counts USING (cohort, period)
  ORDER BY cohort, period
)
SELECT *
FROM "step_1";

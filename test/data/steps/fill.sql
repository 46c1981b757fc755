-- {"columns":["age","spend"],"with":"median","by":["city"]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "groups" AS MATERIALIZED (SELECT "city" AS "key_1", median("age") AS "fill_1", median("spend") AS "fill_2" FROM "people" GROUP BY ALL)
  SELECT
    it.* EXCLUDE ("of_group") REPLACE (
    coalesce(it."age", "of_group"."fill_1") AS "age",
    coalesce(it."spend", "of_group"."fill_2") AS "spend"
  )
  FROM (
    SELECT *, (SELECT "groups" FROM "groups" WHERE "groups"."key_1" IS NOT DISTINCT FROM it."city") AS "of_group"
    FROM "people" AS it
  ) AS it
)
SELECT *
FROM "step_1";

-- {"columns":["city"],"with":"value","value":"?"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    coalesce("city", '?') AS "city"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["day"],"with":"previous","order":[{"column":"id"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    * EXCLUDE ("row_no") REPLACE (
    coalesce("day", last_value("day" IGNORE NULLS) OVER (ORDER BY "id" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS "day"
  )
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

-- {"columns":["age","spend"],"with":"line"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no", "place") REPLACE (
    coalesce("age", last_value("age" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) + (first_value("age" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) - last_value("age" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) * coalesce(("place" - last_value(CASE WHEN "age" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) / nullif(first_value(CASE WHEN "age" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) - last_value(CASE WHEN "age" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0), 0.5)) AS "age",
    coalesce("spend", last_value("spend" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) + (first_value("spend" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) - last_value("spend" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) * coalesce(("place" - last_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) / nullif(first_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) - last_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0), 0.5)) AS "spend"
  )
  FROM (
    SELECT *, CAST(row_number() OVER (ORDER BY "row_no") AS DOUBLE) AS "place"
    FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  )
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

-- {"columns":["spend"],"with":"line","by":["ok"],"order":[{"column":"day"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no", "place") REPLACE (
    coalesce("spend", last_value("spend" IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) + (first_value("spend" IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) - last_value("spend" IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) * coalesce(("place" - last_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) / nullif(first_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) - last_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW), 0), 0.5)) AS "spend"
  )
  FROM (
    SELECT *, epoch("day") AS "place"
    FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  )
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

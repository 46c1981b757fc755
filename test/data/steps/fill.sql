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
    it.* REPLACE (
    made."day" AS "day"
  )
  FROM (SELECT * FROM "people" OFFSET 0) AS it
  POSITIONAL JOIN (
    SELECT
      coalesce("day", last_value("day" IGNORE NULLS) OVER (ORDER BY "id" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS "day"
    FROM (SELECT "day", "id", CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS numbered
    ORDER BY numbered."row_no"
  ) AS made
)
SELECT *
FROM "step_1";

-- {"columns":["age","spend"],"with":"line"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* REPLACE (
    made."age" AS "age",
    made."spend" AS "spend"
  )
  FROM (SELECT * FROM "people" OFFSET 0) AS it
  POSITIONAL JOIN (
    SELECT
      coalesce("age", "last_1" + ("next_1" - "last_1") * coalesce(("place" - "begin_1") / nullif("end_1" - "begin_1", 0), 0.5)) AS "age",
      coalesce("spend", "last_2" + ("next_2" - "last_2") * coalesce(("place" - "begin_2") / nullif("end_2" - "begin_2", 0), 0.5)) AS "spend"
    FROM (
      SELECT *,
        last_value("age" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "last_1",
        first_value("age" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS "next_1",
        last_value(CASE WHEN "age" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "begin_1",
        first_value(CASE WHEN "age" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS "end_1",
        last_value("spend" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "last_2",
        first_value("spend" IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS "next_2",
        last_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "begin_2",
        first_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (ORDER BY "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS "end_2"
      FROM (SELECT *, CAST("row_no" AS DOUBLE) AS "place" FROM (SELECT "age", "spend", CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people"))
    ) AS numbered
    ORDER BY numbered."row_no"
  ) AS made
)
SELECT *
FROM "step_1";

-- {"columns":["spend"],"with":"line","by":["ok"],"order":[{"column":"day"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* REPLACE (
    made."spend" AS "spend"
  )
  FROM (SELECT * FROM "people" OFFSET 0) AS it
  POSITIONAL JOIN (
    SELECT
      coalesce("spend", "last_1" + ("next_1" - "last_1") * coalesce(("place" - "begin_1") / nullif("end_1" - "begin_1", 0), 0.5)) AS "spend"
    FROM (
      SELECT *,
        last_value("spend" IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "last_1",
        first_value("spend" IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS "next_1",
        last_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "begin_1",
        first_value(CASE WHEN "spend" IS NOT NULL THEN "place" END IGNORE NULLS) OVER (PARTITION BY "ok" ORDER BY "day" ASC NULLS LAST, "row_no" ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS "end_1"
      FROM (SELECT *, epoch("day") AS "place" FROM (SELECT "spend", "ok", "day", CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people"))
    ) AS numbered
    ORDER BY numbered."row_no"
  ) AS made
)
SELECT *
FROM "step_1";

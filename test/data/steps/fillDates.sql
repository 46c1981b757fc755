-- {"column":"day","every":"month","by":["city"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    * EXCLUDE ("row_no", "is_new")
  FROM (
    SELECT *, false AS "is_new" FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people")
    UNION ALL BY NAME
    SELECT "city", CAST("period" AS DATE) AS "day", true AS "is_new"
    FROM (
      SELECT "city", unnest(generate_series("start", "stop", INTERVAL 1 MONTH)) AS "period"
      FROM (SELECT "city", min("period") AS "start", max("period") AS "stop" FROM (SELECT "city", CAST(date_trunc('month', "day") AS TIMESTAMP) AS "period" FROM "people") WHERE isfinite("period") GROUP BY "city")
      EXCEPT
      SELECT * FROM (SELECT "city", CAST(date_trunc('month', "day") AS TIMESTAMP) AS "period" FROM "people")
    )
  )
  ORDER BY "city", "day", "row_no"
)
SELECT *
FROM "step_1";

-- {"column":"at","every":"year","by":["ok"],"range":"all","fill":"previous","mark":"added","place":"last"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    * EXCLUDE ("row_no", "is_new") REPLACE (
      CASE WHEN "is_new" THEN last_value("id" IGNORE NULLS) OVER so_far ELSE "id" END AS "id",
      CASE WHEN "is_new" THEN last_value("city" IGNORE NULLS) OVER so_far ELSE "city" END AS "city",
      CASE WHEN "is_new" THEN last_value("name" IGNORE NULLS) OVER so_far ELSE "name" END AS "name",
      CASE WHEN "is_new" THEN last_value("age" IGNORE NULLS) OVER so_far ELSE "age" END AS "age",
      CASE WHEN "is_new" THEN last_value("spend" IGNORE NULLS) OVER so_far ELSE "spend" END AS "spend",
      CASE WHEN "is_new" THEN last_value("day" IGNORE NULLS) OVER so_far ELSE "day" END AS "day",
      CASE WHEN "is_new" THEN last_value("tags" IGNORE NULLS) OVER so_far ELSE "tags" END AS "tags",
      CASE WHEN "is_new" THEN last_value("info" IGNORE NULLS) OVER so_far ELSE "info" END AS "info",
      CASE WHEN "is_new" THEN last_value("written" IGNORE NULLS) OVER so_far ELSE "written" END AS "written",
      CASE WHEN "is_new" THEN last_value("phone" IGNORE NULLS) OVER so_far ELSE "phone" END AS "phone"
    ),
    "is_new" AS "added"
  FROM (
    SELECT *, false AS "is_new" FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people")
    UNION ALL BY NAME
    SELECT "ok", CAST("period" + INTERVAL 1 YEAR - INTERVAL 1 DAY AS TIMESTAMP) AS "at", true AS "is_new"
    FROM (
      SELECT "ok", unnest(generate_series("start", "stop", INTERVAL 1 YEAR)) AS "period"
      FROM (SELECT * FROM (SELECT DISTINCT "ok" FROM (SELECT "ok", CAST(date_trunc('year', "at") AS TIMESTAMP) AS "period" FROM "people")) CROSS JOIN (SELECT min("period") AS "start", max("period") AS "stop" FROM (SELECT "ok", CAST(date_trunc('year', "at") AS TIMESTAMP) AS "period" FROM "people") WHERE isfinite("period")))
      EXCEPT
      SELECT * FROM (SELECT "ok", CAST(date_trunc('year', "at") AS TIMESTAMP) AS "period" FROM "people")
    )
  )
  WINDOW so_far AS (PARTITION BY "ok" ORDER BY "at", "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
  ORDER BY "ok", "at", "row_no"
)
SELECT *
FROM "step_1";

-- {"column":"day","every":"week","fill":"zero"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    * EXCLUDE ("row_no", "is_new") REPLACE (
      CASE WHEN "is_new" THEN CAST(0 AS BIGINT) ELSE "id" END AS "id",
      CASE WHEN "is_new" THEN CAST(0 AS BIGINT) ELSE "age" END AS "age",
      CASE WHEN "is_new" THEN CAST(0 AS DOUBLE) ELSE "spend" END AS "spend"
    )
  FROM (
    SELECT *, false AS "is_new" FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people")
    UNION ALL BY NAME
    SELECT CAST("period" AS DATE) AS "day", true AS "is_new"
    FROM (
      SELECT unnest(generate_series("start", "stop", INTERVAL 1 WEEK)) AS "period"
      FROM (SELECT min("period") AS "start", max("period") AS "stop" FROM (SELECT CAST(date_trunc('week', "day") AS TIMESTAMP) AS "period" FROM "people") WHERE isfinite("period"))
      EXCEPT
      SELECT * FROM (SELECT CAST(date_trunc('week', "day") AS TIMESTAMP) AS "period" FROM "people")
    )
  )
  ORDER BY "day", "row_no"
)
SELECT *
FROM "step_1";

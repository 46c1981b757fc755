-- {"names":"name"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "head" AS "column",
    any_value("cell") FILTER (WHERE "row_no" = 1) AS "张伟",
    any_value("cell") FILTER (WHERE "row_no" = 2) AS "王芳",
    any_value("cell") FILTER (WHERE "row_no" = 3) AS "Anna Müller",
    any_value("cell") FILTER (WHERE "row_no" = 4) AS "O'Brien",
    any_value("cell") FILTER (WHERE "row_no" = 5) AS "张伟_2",
    any_value("cell") FILTER (WHERE "row_no" = 6) AS "LI Lei"
  FROM (
    SELECT
      "row_no",
      unnest([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) AS "place",
      unnest(['id', 'city', 'age', 'spend', 'day', 'at', 'ok', 'tags', 'info', 'written', 'phone']) AS "head",
      unnest([CAST("id" AS VARCHAR), CAST("city" AS VARCHAR), CAST("age" AS VARCHAR), CAST("spend" AS VARCHAR), CAST("day" AS VARCHAR), CAST("at" AS VARCHAR), CAST("ok" AS VARCHAR), CAST("tags" AS VARCHAR), CAST("info" AS VARCHAR), CAST("written" AS VARCHAR), CAST("phone" AS VARCHAR)]) AS "cell"
    FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  )
  GROUP BY "place", "head"
  ORDER BY "place"
)
SELECT *
FROM "step_1";

-- {"name":"what"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "head" AS "what",
    any_value("cell") FILTER (WHERE "row_no" = 1) AS "row_1",
    any_value("cell") FILTER (WHERE "row_no" = 2) AS "row_2",
    any_value("cell") FILTER (WHERE "row_no" = 3) AS "row_3",
    any_value("cell") FILTER (WHERE "row_no" = 4) AS "row_4",
    any_value("cell") FILTER (WHERE "row_no" = 5) AS "row_5",
    any_value("cell") FILTER (WHERE "row_no" = 6) AS "row_6"
  FROM (
    SELECT
      "row_no",
      unnest([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]) AS "place",
      unnest(['id', 'city', 'name', 'age', 'spend', 'day', 'at', 'ok', 'tags', 'info', 'written', 'phone']) AS "head",
      unnest([CAST("id" AS VARCHAR), CAST("city" AS VARCHAR), CAST("name" AS VARCHAR), CAST("age" AS VARCHAR), CAST("spend" AS VARCHAR), CAST("day" AS VARCHAR), CAST("at" AS VARCHAR), CAST("ok" AS VARCHAR), CAST("tags" AS VARCHAR), CAST("info" AS VARCHAR), CAST("written" AS VARCHAR), CAST("phone" AS VARCHAR)]) AS "cell"
    FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  )
  GROUP BY "place", "head"
  ORDER BY "place"
)
SELECT *
FROM "step_1";

-- {"by":["city"],"column":"name","value":"spend"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "city",
    any_value("figure") FILTER (WHERE "label" = 'Anna Müller') AS "Anna Müller",
    any_value("figure") FILTER (WHERE "label" = 'LI Lei') AS "LI Lei",
    any_value("figure") FILTER (WHERE "label" = 'O''Brien') AS "O'Brien",
    any_value("figure") FILTER (WHERE "label" = '张伟') AS "张伟",
    any_value("figure") FILTER (WHERE "label" = '王芳') AS "王芳"
  FROM (
    SELECT "city", "label", sum("spend") AS "figure"
    FROM (SELECT *, "name" AS "label" FROM "people")
    GROUP BY "city", "label"
  )
  GROUP BY "city"
  ORDER BY "city"
)
SELECT *
FROM "step_1";

-- {"by":["ok","city"],"column":"age","function":"count","total":true,"sort":"frequent"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "ok",
    "city",
    coalesce(any_value("figure") FILTER (WHERE "label" = '34' AND NOT "is_total"), 0) AS "34",
    coalesce(any_value("figure") FILTER (WHERE "label" = '19' AND NOT "is_total"), 0) AS "19",
    coalesce(any_value("figure") FILTER (WHERE "label" = '52' AND NOT "is_total"), 0) AS "52",
    coalesce(any_value("figure") FILTER (WHERE "label" = '120' AND NOT "is_total"), 0) AS "120",
    coalesce(any_value("figure") FILTER (WHERE "label" IS NULL AND NOT "is_total"), 0) AS "missing",
    coalesce(any_value("figure") FILTER (WHERE "is_total"), 0) AS "total"
  FROM (
    SELECT "ok", "city", "label", count(*) AS "figure", grouping("label") = 1 AS "is_total"
    FROM (SELECT *, CAST("age" AS VARCHAR) AS "label" FROM "people")
    GROUP BY GROUPING SETS (("ok", "city", "label"), ("ok", "city"))
  )
  GROUP BY "ok", "city"
  ORDER BY "ok", "city"
)
SELECT *
FROM "step_1";

-- {"column":"day","function":"mean","value":"age","missing":"leave-out","by":["ok"],"sort":"first"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "ok",
    any_value("figure") FILTER (WHERE "label" = '2024-01-31') AS "2024-01-31",
    any_value("figure") FILTER (WHERE "label" = '2024-02-29') AS "2024-02-29",
    any_value("figure") FILTER (WHERE "label" = '2023-12-31') AS "2023-12-31",
    any_value("figure") FILTER (WHERE "label" = '1999-07-01') AS "1999-07-01"
  FROM (
    SELECT "ok", "label", avg("age") AS "figure"
    FROM (SELECT *, CAST("day" AS VARCHAR) AS "label" FROM "people")
    WHERE "label" IS NOT NULL
    GROUP BY "ok", "label"
  )
  GROUP BY "ok"
  ORDER BY "ok"
)
SELECT *
FROM "step_1";

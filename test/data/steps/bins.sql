-- {"column":"age","how":"width","width":10}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age",
    CAST(CASE
      WHEN "age" IS NULL THEN NULL
      WHEN "age" < 20 THEN '[10, 20)'
      WHEN "age" < 30 THEN '[20, 30)'
      WHEN "age" < 40 THEN '[30, 40)'
      WHEN "age" < 50 THEN '[40, 50)'
      WHEN "age" < 60 THEN '[50, 60)'
      WHEN "age" < 70 THEN '[60, 70)'
      WHEN "age" < 80 THEN '[70, 80)'
      WHEN "age" < 90 THEN '[80, 90)'
      WHEN "age" < 100 THEN '[90, 100)'
      WHEN "age" < 110 THEN '[100, 110)'
      WHEN "age" < 120 THEN '[110, 120)'
      ELSE '[120, 130)'
    END AS VARCHAR) AS "age_bin",
    "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"spend","how":"quantile","count":3,"as":"number"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend",
    CAST(CASE
      WHEN "spend" IS NULL THEN NULL
      WHEN isnan("spend") THEN NULL
      WHEN "spend" = '-infinity' THEN 0
      WHEN "spend" < 4.17 THEN 1
      WHEN "spend" < 12.5 THEN 2
      WHEN "spend" = 'infinity' THEN 4
      ELSE 3
    END AS INTEGER) AS "spend_bin",
    "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"age","how":"edges","edges":["18","30","50"],"labels":["青年","中年"],"name":"band"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age",
    CAST(CASE
      WHEN "age" IS NULL THEN NULL
      WHEN "age" < 18 THEN '< 18'
      WHEN "age" < 30 THEN '青年'
      WHEN "age" <= 50 THEN '中年'
      ELSE '> 50'
    END AS VARCHAR) AS "band",
    "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"spend","count":4,"name":"id"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend",
    CAST(CASE
      WHEN "spend" IS NULL THEN NULL
      WHEN isnan("spend") THEN NULL
      WHEN "spend" = '-infinity' THEN '< -3.75'
      WHEN "spend" < 22 THEN '[-3.75, 22)'
      WHEN "spend" < 47.8 THEN '[22, 47.8)'
      WHEN "spend" < 73.5 THEN '[47.8, 73.5)'
      WHEN "spend" = 'infinity' THEN '> 99.25'
      ELSE '[73.5, 99.25]'
    END AS VARCHAR) AS "id_2",
    "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"city"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city",
    CAST("city" IS NOT DISTINCT FROM ' 北京市' AS INTEGER) AS "city_ 北京市",
    CAST("city" IS NOT DISTINCT FROM 'Beijing' AS INTEGER) AS "city_Beijing",
    CAST("city" IS NOT DISTINCT FROM '上海' AS INTEGER) AS "city_上海",
    CAST("city" IS NOT DISTINCT FROM '北京' AS INTEGER) AS "city_北京",
    "name", "age", "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"age","as":"flag","missing":"column","keep":false}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name",
    (CAST("age" AS VARCHAR) IS NOT DISTINCT FROM '19') AS "age_19",
    (CAST("age" AS VARCHAR) IS NOT DISTINCT FROM '34') AS "age_34",
    (CAST("age" AS VARCHAR) IS NOT DISTINCT FROM '52') AS "age_52",
    (CAST("age" AS VARCHAR) IS NOT DISTINCT FROM '120') AS "age_120",
    (CAST("age" AS VARCHAR) IS NULL) AS "age_missing",
    "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"day","missing":"missing","prefix":"on "}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day",
    CAST(CAST("day" AS VARCHAR) = '1999-07-01' AS INTEGER) AS "on 1999-07-01",
    CAST(CAST("day" AS VARCHAR) = '2023-12-31' AS INTEGER) AS "on 2023-12-31",
    CAST(CAST("day" AS VARCHAR) = '2024-01-31' AS INTEGER) AS "on 2024-01-31",
    CAST(CAST("day" AS VARCHAR) = '2024-02-29' AS INTEGER) AS "on 2024-02-29",
    "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

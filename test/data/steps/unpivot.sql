-- {"columns":["age","spend"],"names":"what"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "day", "at", "ok", "tags", "info", "written", "phone",
    unnest(['age', 'spend']) AS "what",
    unnest([CAST("age" AS DOUBLE), CAST("spend" AS DOUBLE)]) AS "value"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"which":"others","columns":["id","tags","info"],"missing":"leave-out"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM (
  SELECT
    "id", "tags", "info",
    unnest(['city', 'name', 'age', 'spend', 'day', 'at', 'ok', 'written', 'phone']) AS "name",
    unnest([CAST("city" AS VARCHAR), CAST("name" AS VARCHAR), CAST("age" AS VARCHAR), CAST("spend" AS VARCHAR), CAST("day" AS VARCHAR), CAST("at" AS VARCHAR), CAST("ok" AS VARCHAR), CAST("written" AS VARCHAR), CAST("phone" AS VARCHAR)]) AS "value"
  FROM "people"
  )
  WHERE "value" IS NOT NULL
)
SELECT *
FROM "step_1";

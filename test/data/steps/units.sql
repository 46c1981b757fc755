-- {"columns":["spend","age"],"factor":2,"offset":-1}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CAST(it."spend" AS DOUBLE) * 2 + -1 AS "spend",
    CAST(it."age" AS DOUBLE) * 2 + -1 AS "age"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"columns":["spend"],"by":"unit","unit":"city","rates":[{"unit":"上海","factor":7.1}],"others":"clear","name":"cny"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH pairs AS MATERIALIZED (
    FROM (VALUES
      (lower(regexp_replace('上海', '[\s\p{Z}]+', '', 'g')), CAST(7.1 AS DOUBLE))
    ) AS pair(given, value)
  )
  SELECT *,
    CAST(it."spend" AS DOUBLE) * coalesce((SELECT value FROM pairs WHERE pairs.given = lower(regexp_replace(it."city", '[\s\p{Z}]+', '', 'g'))), NULL) AS "cny"
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"column":"city","pairs":[{"from":"上海","to":"Shang'hai"},{"from":"beijing","to":""}],"loose":true}
WITH "step_1" AS NOT MATERIALIZED (
  WITH pairs AS MATERIALIZED (
    FROM (VALUES
      (lower(regexp_replace('上海', '[\s\p{Z}]+', '', 'g')), 'Shang''hai'),
      (lower(regexp_replace('beijing', '[\s\p{Z}]+', '', 'g')), CAST(NULL AS VARCHAR))
    ) AS pair(given, value)
  )
  SELECT * REPLACE (
    CASE WHEN (SELECT true FROM pairs WHERE pairs.given = lower(regexp_replace(it."city", '[\s\p{Z}]+', '', 'g'))) THEN (SELECT value FROM pairs WHERE pairs.given = lower(regexp_replace(it."city", '[\s\p{Z}]+', '', 'g'))) ELSE it."city" END AS "city"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"column":"age","pairs":[{"from":"34","to":"35"}],"others":"value","other":"0","name":"older"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH pairs AS MATERIALIZED (
    FROM (VALUES
      (34, 35)
    ) AS pair(given, value)
  )
  SELECT *,
    coalesce((SELECT value FROM pairs WHERE pairs.given = it."age"), CASE WHEN it."age" IS NOT NULL THEN 0 END) AS "older"
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"column":"ok","pairs":[{"from":"yes","to":"是"}],"others":"clear"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH pairs AS MATERIALIZED (
    FROM (VALUES
      (true, true)
    ) AS pair(given, value)
  )
  SELECT * REPLACE (
    coalesce((SELECT value FROM pairs WHERE pairs.given = it."ok"), NULL) AS "ok"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"column":"id","by":"table","table":"people","key":"id","into":"name","others":"clear","name":"who"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH pairs AS MATERIALIZED (
    SELECT "id" AS given, min("name") AS value FROM "people" WHERE "id" IS NOT NULL GROUP BY ALL
  )
  SELECT *,
    CASE WHEN (SELECT true FROM pairs WHERE pairs.given = it."id") THEN (SELECT value FROM pairs WHERE pairs.given = it."id") ELSE NULL END AS "who"
  FROM "people" AS it
)
SELECT *
FROM "step_1";

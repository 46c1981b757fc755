-- {"column":"city","groups":[{"to":"北京","from":["北京"," 北京市","Beijing"]}]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH pairs AS MATERIALIZED (
    FROM (VALUES
      (' 北京市', '北京'),
      ('Beijing', '北京')
    ) AS pair(given, value)
  )
  SELECT * REPLACE (
    coalesce((SELECT value FROM pairs WHERE pairs.given = it."city"), it."city") AS "city"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"column":"name","groups":[{"to":"张伟","from":["张伟"]}]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH pairs AS MATERIALIZED (
    FROM (VALUES
      ('', '')
    ) AS pair(given, value)
  )
  SELECT * REPLACE (
    coalesce((SELECT value FROM pairs WHERE pairs.given = it."name"), it."name") AS "name"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

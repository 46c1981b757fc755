-- {"column":"phone","by":"delimiter","delimiter":"-"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    *,
    string_split("phone", '-')[1] AS "phone_1",
    string_split("phone", '-')[2] AS "phone_2",
    string_split("phone", '-')[3] AS "phone_3"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"phone","by":"pattern","pattern":"[- ]","count":2,"keep":false,"trim":true}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at", "ok", "tags", "info", "written",
    trim(regexp_split_to_array("phone", '[- ]')[1]) AS "phone_1",
    trim(CASE WHEN len(regexp_split_to_array("phone", '[- ]')) >= 2 THEN regexp_replace("phone", '^(?:(?s:.*?)(?:[- ])){1}', '') END) AS "phone_2"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"day","by":"position","positions":["4","7"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day",
    nullif(substring(CAST("day" AS VARCHAR), 1, 4), '') AS "day_1",
    nullif(substring(CAST("day" AS VARCHAR), 5, 3), '') AS "day_2",
    nullif(substring(CAST("day" AS VARCHAR), 8), '') AS "day_3",
    "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"name","delimiter":"'","into":"rows"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    unnest(coalesce(string_split("name", ''''), [NULL])) AS "name"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

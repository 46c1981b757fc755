-- {"table":"people","keys":["id"],"take":["name","age"]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH others AS MATERIALIZED (
    SELECT other."id" AS "key_1", other."name" AS "name_2", other."age" AS "age_2"
    FROM "people" AS other
  )
  SELECT
    it.* EXCLUDE ("found"),
    "found"."name_2",
    "found"."age_2"
  FROM (
    SELECT *, (SELECT others FROM others WHERE others."key_1" = it."id") AS "found"
    FROM "people" AS it
  ) AS it
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":["city",{"left":"age","right":"age"}],"how":"inner","match":"tidy","several":"first"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH others AS MATERIALIZED (
    SELECT nullif(regexp_replace(lower(other."city"), '[\s\p{Z}]+', '', 'g'), '') AS "key_1", other."age" AS "key_2", other."id" AS "id_2", other."name" AS "name_2", other."spend" AS "spend_2", other."day" AS "day_2", other."at" AS "at_2", other."ok" AS "ok_2", other."tags" AS "tags_2", other."info" AS "info_2", other."written" AS "written_2", other."phone" AS "phone_2"
    FROM (
    SELECT * FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people")
    WHERE "row_no" IN (SELECT min("row_no") FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY nullif(regexp_replace(lower("city"), '[\s\p{Z}]+', '', 'g'), ''), "age")
  ) AS other
  )
  SELECT
    it.* EXCLUDE ("found"),
    "found"."id_2",
    "found"."name_2",
    "found"."spend_2",
    "found"."day_2",
    "found"."at_2",
    "found"."ok_2",
    "found"."tags_2",
    "found"."info_2",
    "found"."written_2",
    "found"."phone_2"
  FROM (
    SELECT *, (SELECT others FROM others WHERE others."key_1" = nullif(regexp_replace(lower(it."city"), '[\s\p{Z}]+', '', 'g'), '') AND others."key_2" = it."age") AS "found"
    FROM "people" AS it
  ) AS it
  WHERE "found" IS NOT NULL
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":[{"left":"id","right":"written"}],"how":"full"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* EXCLUDE ("row_no") REPLACE (coalesce(CAST(it."id" AS VARCHAR), CAST(other."written" AS VARCHAR)) AS "id"),
    other."id" AS "id_2",
    other."city" AS "city_2",
    other."name" AS "name_2",
    other."age" AS "age_2",
    other."spend" AS "spend_2",
    other."day" AS "day_2",
    other."at" AS "at_2",
    other."ok" AS "ok_2",
    other."tags" AS "tags_2",
    other."info" AS "info_2",
    other."phone" AS "phone_2"
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  FULL JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other
    ON CAST(it."id" AS VARCHAR) = other."written"
  ORDER BY it."row_no" NULLS LAST, other."row_no"
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":["phone"],"how":"semi"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH others AS MATERIALIZED (
    SELECT DISTINCT other."phone" AS "key_1"
    FROM "people" AS other
  )
  SELECT
    it.* EXCLUDE ("found")
  FROM (
    SELECT *, (SELECT others FROM others WHERE others."key_1" = it."phone") AS "found"
    FROM "people" AS it
  ) AS it
  WHERE "found" IS NOT NULL
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":["phone"],"how":"anti","match":"tidy"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH others AS MATERIALIZED (
    SELECT DISTINCT nullif(regexp_replace(lower(other."phone"), '[\s\p{Z}]+', '', 'g'), '') AS "key_1"
    FROM "people" AS other
  )
  SELECT
    it.* EXCLUDE ("found")
  FROM (
    SELECT *, (SELECT others FROM others WHERE others."key_1" = nullif(regexp_replace(lower(it."phone"), '[\s\p{Z}]+', '', 'g'), '')) AS "found"
    FROM "people" AS it
  ) AS it
  WHERE "found" IS NULL
)
SELECT *
FROM "step_1";

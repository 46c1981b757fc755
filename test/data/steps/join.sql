-- {"table":"people","keys":["id"],"take":["name","age"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* EXCLUDE ("row_no"),
    other."name" AS "name_2",
    other."age" AS "age_2"
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other
    ON it."id" = other."id"
  ORDER BY it."row_no", other."row_no"
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":["city",{"left":"age","right":"age"}],"how":"inner","match":"tidy","several":"first"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* EXCLUDE ("row_no"),
    other."id" AS "id_2",
    other."name" AS "name_2",
    other."spend" AS "spend_2",
    other."day" AS "day_2",
    other."at" AS "at_2",
    other."ok" AS "ok_2",
    other."tags" AS "tags_2",
    other."info" AS "info_2",
    other."written" AS "written_2",
    other."phone" AS "phone_2"
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  INNER JOIN (
    SELECT * FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people")
    WHERE "row_no" IN (SELECT min("row_no") FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY nullif(regexp_replace(lower("city"), '[\s\p{Z}]+', '', 'g'), ''), "age")
  ) AS other
    ON nullif(regexp_replace(lower(it."city"), '[\s\p{Z}]+', '', 'g'), '') = nullif(regexp_replace(lower(other."city"), '[\s\p{Z}]+', '', 'g'), '')
    AND it."age" = other."age"
  ORDER BY it."row_no"
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
  SELECT it.* EXCLUDE ("row_no")
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  SEMI JOIN "people" AS other
    ON it."phone" = other."phone"
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":["phone"],"how":"anti","match":"tidy"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT it.* EXCLUDE ("row_no")
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  ANTI JOIN "people" AS other
    ON nullif(regexp_replace(lower(it."phone"), '[\s\p{Z}]+', '', 'g'), '') = nullif(regexp_replace(lower(other."phone"), '[\s\p{Z}]+', '', 'g'), '')
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

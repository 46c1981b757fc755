-- {"table":"people","column":"day","take":["name"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* EXCLUDE ("row_no"),
    other."name" AS "name_2"
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  LEFT JOIN (
    SELECT here.row_no, before.row_no AS found
    FROM (SELECT epoch_us(CAST("day" AS TIMESTAMP)) AS place, "row_no" AS row_no FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") WHERE "day" IS NOT NULL) AS here
    ASOF LEFT JOIN (SELECT epoch_us(CAST("day" AS TIMESTAMP)) AS place, max("row_no") AS row_no FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") WHERE "day" IS NOT NULL GROUP BY ALL) AS before
      ON here.place >= before.place
  ) AS places ON places.row_no = it."row_no"
  LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other ON other."row_no" = places.found
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

-- {"table":"people","column":"day","other":"at","which":"next","keys":["city"],"match":"tidy","limit":40,"unit":"days"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* EXCLUDE ("row_no"),
    other."id" AS "id_2",
    other."name" AS "name_2",
    other."age" AS "age_2",
    other."spend" AS "spend_2",
    other."day" AS "day_2",
    other."at" AS "at_2",
    other."ok" AS "ok_2",
    other."tags" AS "tags_2",
    other."info" AS "info_2",
    other."written" AS "written_2",
    other."phone" AS "phone_2"
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  LEFT JOIN (
    SELECT here.row_no, CASE WHEN after.place - here.place <= 3456000000000 THEN after.row_no END AS found
    FROM (SELECT nullif(regexp_replace(lower("city"), '[\s\p{Z}]+', '', 'g'), '') AS key_1, epoch_us(CAST("day" AS TIMESTAMP)) AS place, "row_no" AS row_no FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") WHERE "day" IS NOT NULL) AS here
    ASOF LEFT JOIN (SELECT nullif(regexp_replace(lower("city"), '[\s\p{Z}]+', '', 'g'), '') AS key_1, epoch_us(CAST("at" AS TIMESTAMP)) AS place, max("row_no") AS row_no FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") WHERE "at" IS NOT NULL GROUP BY ALL) AS after
      ON here.key_1 = after.key_1 AND here.place <= after.place
  ) AS places ON places.row_no = it."row_no"
  LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other ON other."row_no" = places.found
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

-- {"table":"people","column":"age","other":"spend","which":"nearest","limit":30}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* EXCLUDE ("row_no"),
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
    other."written" AS "written_2",
    other."phone" AS "phone_2"
  FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
  LEFT JOIN (
    SELECT here.row_no, CASE WHEN after.row_no IS NULL OR here.place - before.place <= after.place - here.place THEN CASE WHEN here.place - before.place <= 30 THEN before.row_no END ELSE CASE WHEN after.place - here.place <= 30 THEN after.row_no END END AS found
    FROM (SELECT "age" AS place, "row_no" AS row_no FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") WHERE "age" IS NOT NULL) AS here
    ASOF LEFT JOIN (SELECT "spend" AS place, max("row_no") AS row_no FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") WHERE "spend" IS NOT NULL GROUP BY ALL) AS before
      ON here.place >= before.place
    ASOF LEFT JOIN (SELECT "spend" AS place, max("row_no") AS row_no FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") WHERE "spend" IS NOT NULL GROUP BY ALL) AS after
      ON here.place <= after.place
  ) AS places ON places.row_no = it."row_no"
  LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other ON other."row_no" = places.found
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

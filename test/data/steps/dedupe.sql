-- {}
WITH "step_1" AS NOT MATERIALIZED (
  WITH numbered AS NOT MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  SELECT * EXCLUDE ("row_no")
  FROM numbered
  WHERE "row_no" IN (
    SELECT min("row_no")
    FROM numbered
    GROUP BY "id", "city", "name", "age", "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  )
)
SELECT *
FROM "step_1";

-- {"columns":["phone","name"],"loose":true,"keep":"last"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH numbered AS NOT MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  SELECT * EXCLUDE ("row_no")
  FROM numbered
  WHERE "row_no" IN (
    SELECT max("row_no")
    FROM numbered
    GROUP BY regexp_replace(lower("phone"), '[\s\p{Z}]+', '', 'g'), regexp_replace(lower("name"), '[\s\p{Z}]+', '', 'g')
  )
)
SELECT *
FROM "step_1";

-- {"columns":["city"],"keep":"fullest"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH numbered AS NOT MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  SELECT * EXCLUDE ("row_no")
  FROM numbered
  WHERE "row_no" IN (
    SELECT arg_min("row_no", (CAST("id" IS NULL AS INTEGER) + CAST(coalesce("city", '') = '' AS INTEGER) + CAST(coalesce("name", '') = '' AS INTEGER) + CAST("age" IS NULL AS INTEGER) + CAST("spend" IS NULL AS INTEGER) + CAST("day" IS NULL AS INTEGER) + CAST("at" IS NULL AS INTEGER) + CAST("ok" IS NULL AS INTEGER) + CAST("tags" IS NULL AS INTEGER) + CAST("info" IS NULL AS INTEGER) + CAST(coalesce("written", '') = '' AS INTEGER) + CAST(coalesce("phone", '') = '' AS INTEGER), "row_no"))
    FROM numbered
    GROUP BY "city"
  )
)
SELECT *
FROM "step_1";

-- {"columns":["city"],"keep":"order","order":[{"column":"day","direction":"down"}]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH numbered AS NOT MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  SELECT * EXCLUDE ("row_no")
  FROM numbered
  WHERE "row_no" IN (
    SELECT first("row_no" ORDER BY "day" DESC NULLS LAST, "row_no")
    FROM numbered
    GROUP BY "city"
  )
)
SELECT *
FROM "step_1";

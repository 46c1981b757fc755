-- {"rows":2}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  LIMIT 2
)
SELECT *
FROM "step_1";

-- {"rows":2,"of":"last","by":["city"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  WHERE "row_no" IN (
    SELECT "row_no" FROM (
      SELECT "row_no", row_number() OVER (PARTITION BY "city" ORDER BY "row_no" DESC) AS place
      FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
    )
    WHERE place <= 2
  )
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

-- {"rows":3,"of":"greatest","column":"spend"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  WHERE "spend" IS NOT NULL AND NOT isnan("spend")
    AND "spend" >= (SELECT min(last_one) FROM (SELECT "spend" AS last_one FROM "people" WHERE "spend" IS NOT NULL AND NOT isnan("spend") ORDER BY "spend" DESC LIMIT 3))
)
SELECT *
FROM "step_1";

-- {"rows":1,"of":"least","column":"day","by":["city","ok"],"ties":"cut"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  WHERE "row_no" IN (
    SELECT "row_no" FROM (
      SELECT "row_no", row_number() OVER (PARTITION BY "city", "ok" ORDER BY "day" ASC, "row_no") AS place
      FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
      WHERE "day" IS NOT NULL
    )
    WHERE place <= 1
  )
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

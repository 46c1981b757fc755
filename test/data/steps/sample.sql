-- {"rows":3}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  WHERE "row_no" IN (
    SELECT "row_no" FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
    ORDER BY hash("row_no", 1), "row_no"
    LIMIT 3
  )
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

-- {"size":"percent","percent":50}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  WHERE hash("row_no", 1) <= (SELECT quantile_disc(hash("row_no", 1), 0.5) FROM (SELECT row_number() OVER () AS "row_no" FROM "people"))
)
SELECT *
FROM "step_1";

-- {"size":"percent","percent":50,"by":["city"],"seed":7}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  WHERE "row_no" IN (
    SELECT "row_no" FROM (
      SELECT "row_no", row_number() OVER (PARTITION BY "city" ORDER BY hash("row_no", 7), "row_no") AS place, count(*) OVER (PARTITION BY "city") AS in_group
      FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
    )
    WHERE place <= ceil(50 * in_group / 100)
  )
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

-- {"rows":1,"by":["city"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  WHERE "row_no" IN (
    SELECT "row_no" FROM (
      SELECT "row_no", row_number() OVER (PARTITION BY "city" ORDER BY hash("row_no", 1), "row_no") AS place
      FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
    )
    WHERE place <= 1
  )
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

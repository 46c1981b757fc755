-- {"name":"twice","formula":"\"spend\" * 2","after":"spend"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend",
    (
    "spend" * 2
  ) AS "twice",
    "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people" AS this
)
SELECT *
FROM "step_1";

-- {"as":"replace","column":"name","formula":"upper(\"name\") || ' – ' -- loud"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    (
    upper("name") || ' – ' -- loud
  ) AS "name"
  )
  FROM "people" AS this
)
SELECT *
FROM "step_1";

-- {"name":"place","formula":"rank() OVER (PARTITION BY \"city\" ORDER BY \"age\")"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    * EXCLUDE ("row_no"),
    (
    rank() OVER (PARTITION BY "city" ORDER BY "age")
  ) AS "place"
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people") AS this
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

-- {"name":"share","formula":"\"age\" / (SELECT sum(\"age\") FROM this)","after":"id"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH this AS NOT MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people")
  SELECT
    "id",
    (
    "age" / (SELECT sum("age") FROM this)
  ) AS "share",
    "city", "name", "age", "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM this
  ORDER BY "row_no"
)
SELECT *
FROM "step_1";

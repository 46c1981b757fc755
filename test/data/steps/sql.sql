-- {"query":"SELECT \"city\", count(*) AS n FROM this GROUP BY ALL ORDER BY n DESC, \"city\""}
WITH "step_1" AS NOT MATERIALIZED (
  WITH this AS NOT MATERIALIZED (SELECT * FROM "people")
  SELECT "city", count(*) AS n FROM this GROUP BY ALL ORDER BY n DESC, "city"
)
SELECT *
FROM "step_1";

-- {"query":"WITH old AS (SELECT * FROM this WHERE \"age\" > 30) SELECT * FROM old"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH this AS NOT MATERIALIZED (SELECT * FROM "people")
  SELECT *
  FROM (
  WITH old AS (SELECT * FROM this WHERE "age" > 30) SELECT * FROM old
  )
)
SELECT *
FROM "step_1";

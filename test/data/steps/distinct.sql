-- {}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT DISTINCT *
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["city","age"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT DISTINCT "city", "age"
  FROM "people"
)
SELECT *
FROM "step_1";

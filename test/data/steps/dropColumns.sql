-- {"columns":["phone","name"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("phone", "name")
  FROM "people"
)
SELECT *
FROM "step_1";

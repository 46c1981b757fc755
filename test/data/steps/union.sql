-- {"table":"people"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  UNION ALL BY NAME
  SELECT *
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"table":"people","extra":"leave","origin":"from"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *, 'people' AS "from"
  FROM "people"
  UNION ALL BY NAME
  SELECT *, 'people' AS "from"
  FROM "people"
)
SELECT *
FROM "step_1";

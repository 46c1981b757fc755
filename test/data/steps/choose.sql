-- {"columns":["id","name"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT "id", "name"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["tags","info"],"keep":"others"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("tags", "info")
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["phone","id"],"keep":"all"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT "phone", "id", * EXCLUDE ("phone", "id")
  FROM "people"
)
SELECT *
FROM "step_1";

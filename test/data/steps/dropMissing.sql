-- {}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  WHERE NOT ("id" IS NULL
    OR coalesce(regexp_full_match("city", '[\s\p{Z}]*'), true)
    OR coalesce(regexp_full_match("name", '[\s\p{Z}]*'), true)
    OR "age" IS NULL
    OR "spend" IS NULL
    OR "day" IS NULL
    OR "at" IS NULL
    OR "ok" IS NULL
    OR "tags" IS NULL
    OR "info" IS NULL
    OR coalesce(regexp_full_match("written", '[\s\p{Z}]*'), true)
    OR coalesce(regexp_full_match("phone", '[\s\p{Z}]*'), true))
)
SELECT *
FROM "step_1";

-- {"columns":["city","phone"],"where":"all"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  WHERE NOT (coalesce(regexp_full_match("city", '[\s\p{Z}]*'), true)
    AND coalesce(regexp_full_match("phone", '[\s\p{Z}]*'), true))
)
SELECT *
FROM "step_1";

-- {"what":"columns","share":99}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"what":"columns","columns":["tags","age"],"share":10}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("tags", "age")
  FROM "people"
)
SELECT *
FROM "step_1";

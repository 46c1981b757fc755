-- {"columns":["city","name"],"find":"北","with":"o'\\1"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    replace("city", '北', 'o''\1') AS "city",
    replace("name", '北', 'o''\1') AS "name"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["name"],"find":"O'B","with":"x","anyCase":true}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    regexp_replace("name", 'O''B', 'x', 'gi') AS "name"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["age"],"how":"whole","find":"34","clear":true}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN "age" = 34 THEN NULL ELSE "age" END AS "age"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["phone"],"how":"pattern","find":"[^0-9]","with":""}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    regexp_replace("phone", '[^0-9]', '', 'g') AS "phone"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

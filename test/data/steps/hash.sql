-- {"columns":["phone","age"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    left(sha256($quire_salt_main || CAST("phone" AS VARCHAR)), 32) AS "phone",
    left(sha256($quire_salt_main || CAST("age" AS VARCHAR)), 32) AS "age"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["name"],"length":64}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    sha256($quire_salt_main || CAST("name" AS VARCHAR)) AS "name"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

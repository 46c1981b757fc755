-- {"order":["city"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  ORDER BY "city" ASC NULLS LAST, CAST(row_number() OVER () AS UINTEGER)
)
SELECT *
FROM "step_1";

-- {"order":[{"column":"age","direction":"down","missing":"first"},{"column":"name","direction":"up"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  ORDER BY "age" DESC NULLS FIRST, "name" ASC NULLS LAST, CAST(row_number() OVER () AS UINTEGER)
)
SELECT *
FROM "step_1";

-- {"conditions":[{"column":"city","test":"is","value":"北京"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  WHERE "city" = '北京'
)
SELECT *
FROM "step_1";

-- {"keep":"others","match":"any","conditions":[{"column":"age","test":"between","value":"20","to":"40"},{"column":"day","test":"one-of","values":["2024-01-31"]},{"column":"name","test":"contains","value":"'"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
  WHERE (("age" BETWEEN 20 AND 40)
    OR ("day" IN (DATE '2024-01-31'))
    OR (contains("name", ''''))) IS NOT TRUE
)
SELECT *
FROM "step_1";

-- {"columns":["spend","age"],"by":"share","percent":5}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no") REPLACE (
    CAST(CAST("spend" AS DOUBLE) * (1 + (2 * (md5_number_lower($quire_salt_main || '|1|spend|' || "row_no") / 18446744073709551616.0) - 1) * 0.05) AS DOUBLE) AS "spend",
    CAST(round(CAST("age" AS DOUBLE) * (1 + (2 * (md5_number_lower($quire_salt_main || '|1|age|' || "row_no") / 18446744073709551616.0) - 1) * 0.05)) AS BIGINT) AS "age"
  )
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
)
SELECT *
FROM "step_1";

-- {"columns":["age"],"by":"amount","amount":3}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_no") REPLACE (
    CAST(round(CAST("age" AS DOUBLE) + (2 * (md5_number_lower($quire_salt_main || '|1|age|' || "row_no") / 18446744073709551616.0) - 1) * 3) AS BIGINT) AS "age"
  )
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
)
SELECT *
FROM "step_1";

-- {"names":[{"from":"name","to":"客户 \"A\""}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * RENAME ("name" AS "客户 ""A""")
  FROM "people"
)
SELECT *
FROM "step_1";

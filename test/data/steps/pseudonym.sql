-- {"columns":["name"],"prefix":"Customer"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH names AS MATERIALIZED (
    SELECT v, 'Customer ' || lpad(CAST(n AS VARCHAR), CAST(greatest(5, length(CAST(of_n AS VARCHAR))) AS INTEGER), '0') AS named FROM (SELECT v, row_number() OVER (ORDER BY sha256($quire_salt_main || v)) AS n, count(*) OVER () AS of_n FROM (SELECT DISTINCT CAST("name" AS VARCHAR) AS v FROM "people") WHERE v IS NOT NULL)
  )
  SELECT it.* EXCLUDE ("row_no") REPLACE (name_1.named AS "name")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people") AS it
  LEFT JOIN names AS name_1 ON CAST(it."name" AS VARCHAR) = name_1.v
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

-- {"columns":["name","city","age"]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH names AS MATERIALIZED (
    SELECT v, 'Person ' || lpad(CAST(n AS VARCHAR), CAST(greatest(5, length(CAST(of_n AS VARCHAR))) AS INTEGER), '0') AS named FROM (SELECT v, row_number() OVER (ORDER BY sha256($quire_salt_main || v)) AS n, count(*) OVER () AS of_n FROM (SELECT DISTINCT CAST("name" AS VARCHAR) AS v FROM "people" UNION SELECT DISTINCT CAST("city" AS VARCHAR) AS v FROM "people" UNION SELECT DISTINCT CAST("age" AS VARCHAR) AS v FROM "people") WHERE v IS NOT NULL)
  )
  SELECT it.* EXCLUDE ("row_no") REPLACE (name_1.named AS "name", name_2.named AS "city", name_3.named AS "age")
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people") AS it
  LEFT JOIN names AS name_1 ON CAST(it."name" AS VARCHAR) = name_1.v
  LEFT JOIN names AS name_2 ON CAST(it."city" AS VARCHAR) = name_2.v
  LEFT JOIN names AS name_3 ON CAST(it."age" AS VARCHAR) = name_3.v
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

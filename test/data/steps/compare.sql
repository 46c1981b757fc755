-- {"table":"people","keys":["id"],"show":"all"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_here", "row_there")
  FROM (
    SELECT
    CASE
      WHEN here.n > 1 OR there.n > 1 THEN 'repeated'
      WHEN there.n IS NULL THEN 'added'
      WHEN here.n IS NULL THEN 'removed'
      WHEN it."city" IS DISTINCT FROM other."city"
        OR it."name" IS DISTINCT FROM other."name"
        OR it."age" IS DISTINCT FROM other."age"
        OR it."spend" IS DISTINCT FROM other."spend"
        OR it."day" IS DISTINCT FROM other."day"
        OR it."at" IS DISTINCT FROM other."at"
        OR it."ok" IS DISTINCT FROM other."ok"
        OR it."tags" IS DISTINCT FROM other."tags"
        OR it."info" IS DISTINCT FROM other."info"
        OR it."written" IS DISTINCT FROM other."written"
        OR it."phone" IS DISTINCT FROM other."phone" THEN 'changed'
      ELSE 'same'
    END AS "status",
    CASE
      WHEN here.n > 1 OR there.n > 1
        THEN '×' || coalesce(there.n, 0) || ' → ×' || coalesce(here.n, 0)
      WHEN here.n = there.n THEN concat_ws(', ', CASE WHEN it."city" IS DISTINCT FROM other."city" THEN 'city' END, CASE WHEN it."name" IS DISTINCT FROM other."name" THEN 'name' END, CASE WHEN it."age" IS DISTINCT FROM other."age" THEN 'age' END, CASE WHEN it."spend" IS DISTINCT FROM other."spend" THEN 'spend' END, CASE WHEN it."day" IS DISTINCT FROM other."day" THEN 'day' END, CASE WHEN it."at" IS DISTINCT FROM other."at" THEN 'at' END, CASE WHEN it."ok" IS DISTINCT FROM other."ok" THEN 'ok' END, CASE WHEN it."tags" IS DISTINCT FROM other."tags" THEN 'tags' END, CASE WHEN it."info" IS DISTINCT FROM other."info" THEN 'info' END, CASE WHEN it."written" IS DISTINCT FROM other."written" THEN 'written' END, CASE WHEN it."phone" IS DISTINCT FROM other."phone" THEN 'phone' END)
      ELSE ''
    END AS "changes",
    coalesce(it."id", other."id") AS "id",
    it."city" AS "city",
    other."city" AS "city_before",
    it."name" AS "name",
    other."name" AS "name_before",
    it."age" AS "age",
    other."age" AS "age_before",
    it."spend" AS "spend",
    other."spend" AS "spend_before",
    it."day" AS "day",
    other."day" AS "day_before",
    it."at" AS "at",
    other."at" AS "at_before",
    it."ok" AS "ok",
    other."ok" AS "ok_before",
    it."tags" AS "tags",
    other."tags" AS "tags_before",
    it."info" AS "info",
    other."info" AS "info_before",
    it."written" AS "written",
    other."written" AS "written_before",
    it."phone" AS "phone",
    other."phone" AS "phone_before",
    here.row_no AS "row_here",
    there.row_no AS "row_there"
    FROM (SELECT "id" AS key_1, min("row_no") AS row_no, count(*) AS n FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY 1) AS here
    FULL JOIN (SELECT "id" AS key_1, min("row_no") AS row_no, count(*) AS n FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY 1) AS there
      ON here.key_1 IS NOT DISTINCT FROM there.key_1
    LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
      ON it."row_no" = here.row_no
    LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other
      ON other."row_no" = there.row_no
  )
  ORDER BY "row_here" NULLS LAST, "row_there" NULLS LAST
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":["city","name"],"columns":["age","spend"],"older":"here","tolerance":0.5}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_here", "row_there")
  FROM (
    SELECT
    CASE
      WHEN here.n > 1 OR there.n > 1 THEN 'repeated'
      WHEN here.n IS NULL THEN 'added'
      WHEN there.n IS NULL THEN 'removed'
      WHEN (it."age" IS DISTINCT FROM other."age" AND (abs(it."age" - other."age") <= 0.5) IS NOT TRUE)
        OR (it."spend" IS DISTINCT FROM other."spend" AND (abs(it."spend" - other."spend") <= 0.5) IS NOT TRUE) THEN 'changed'
      ELSE 'same'
    END AS "status",
    CASE
      WHEN here.n > 1 OR there.n > 1
        THEN '×' || coalesce(here.n, 0) || ' → ×' || coalesce(there.n, 0)
      WHEN here.n = there.n THEN concat_ws(', ', CASE WHEN (it."age" IS DISTINCT FROM other."age" AND (abs(it."age" - other."age") <= 0.5) IS NOT TRUE) THEN 'age' END, CASE WHEN (it."spend" IS DISTINCT FROM other."spend" AND (abs(it."spend" - other."spend") <= 0.5) IS NOT TRUE) THEN 'spend' END)
      ELSE ''
    END AS "changes",
    coalesce(it."city", other."city") AS "city",
    coalesce(it."name", other."name") AS "name",
    other."age" AS "age",
    it."age" AS "age_before",
    other."spend" AS "spend",
    it."spend" AS "spend_before",
    here.row_no AS "row_here",
    there.row_no AS "row_there"
    FROM (SELECT "city" AS key_1, "name" AS key_2, min("row_no") AS row_no, count(*) AS n FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY 1, 2) AS here
    FULL JOIN (SELECT "city" AS key_1, "name" AS key_2, min("row_no") AS row_no, count(*) AS n FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY 1, 2) AS there
      ON here.key_1 IS NOT DISTINCT FROM there.key_1 AND here.key_2 IS NOT DISTINCT FROM there.key_2
    LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
      ON it."row_no" = here.row_no
    LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other
      ON other."row_no" = there.row_no
  )
  WHERE "status" <> 'same'
  ORDER BY "row_here" NULLS LAST, "row_there" NULLS LAST
)
SELECT *
FROM "step_1";

-- {"table":"people","keys":[{"left":"id","right":"age"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("row_here", "row_there")
  FROM (
    SELECT
    CASE
      WHEN here.n > 1 OR there.n > 1 THEN 'repeated'
      WHEN there.n IS NULL THEN 'added'
      WHEN here.n IS NULL THEN 'removed'
      WHEN it."city" IS DISTINCT FROM other."city"
        OR it."name" IS DISTINCT FROM other."name"
        OR it."age" IS DISTINCT FROM other."age"
        OR it."spend" IS DISTINCT FROM other."spend"
        OR it."day" IS DISTINCT FROM other."day"
        OR it."at" IS DISTINCT FROM other."at"
        OR it."ok" IS DISTINCT FROM other."ok"
        OR it."tags" IS DISTINCT FROM other."tags"
        OR it."info" IS DISTINCT FROM other."info"
        OR it."written" IS DISTINCT FROM other."written"
        OR it."phone" IS DISTINCT FROM other."phone" THEN 'changed'
      ELSE 'same'
    END AS "status",
    CASE
      WHEN here.n > 1 OR there.n > 1
        THEN '×' || coalesce(there.n, 0) || ' → ×' || coalesce(here.n, 0)
      WHEN here.n = there.n THEN concat_ws(', ', CASE WHEN it."city" IS DISTINCT FROM other."city" THEN 'city' END, CASE WHEN it."name" IS DISTINCT FROM other."name" THEN 'name' END, CASE WHEN it."age" IS DISTINCT FROM other."age" THEN 'age' END, CASE WHEN it."spend" IS DISTINCT FROM other."spend" THEN 'spend' END, CASE WHEN it."day" IS DISTINCT FROM other."day" THEN 'day' END, CASE WHEN it."at" IS DISTINCT FROM other."at" THEN 'at' END, CASE WHEN it."ok" IS DISTINCT FROM other."ok" THEN 'ok' END, CASE WHEN it."tags" IS DISTINCT FROM other."tags" THEN 'tags' END, CASE WHEN it."info" IS DISTINCT FROM other."info" THEN 'info' END, CASE WHEN it."written" IS DISTINCT FROM other."written" THEN 'written' END, CASE WHEN it."phone" IS DISTINCT FROM other."phone" THEN 'phone' END)
      ELSE ''
    END AS "changes",
    coalesce(it."id", other."age") AS "id",
    it."city" AS "city",
    other."city" AS "city_before",
    it."name" AS "name",
    other."name" AS "name_before",
    it."age" AS "age",
    other."age" AS "age_before",
    it."spend" AS "spend",
    other."spend" AS "spend_before",
    it."day" AS "day",
    other."day" AS "day_before",
    it."at" AS "at",
    other."at" AS "at_before",
    it."ok" AS "ok",
    other."ok" AS "ok_before",
    it."tags" AS "tags",
    other."tags" AS "tags_before",
    it."info" AS "info",
    other."info" AS "info_before",
    it."written" AS "written",
    other."written" AS "written_before",
    it."phone" AS "phone",
    other."phone" AS "phone_before",
    here.row_no AS "row_here",
    there.row_no AS "row_there"
    FROM (SELECT "id" AS key_1, min("row_no") AS row_no, count(*) AS n FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY 1) AS here
    FULL JOIN (SELECT "age" AS key_1, min("row_no") AS row_no, count(*) AS n FROM (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") GROUP BY 1) AS there
      ON here.key_1 IS NOT DISTINCT FROM there.key_1
    LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS it
      ON it."row_no" = here.row_no
    LEFT JOIN (SELECT *, CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS other
      ON other."row_no" = there.row_no
  )
  WHERE "status" <> 'same'
  ORDER BY "row_here" NULLS LAST, "row_there" NULLS LAST
)
SELECT *
FROM "step_1";

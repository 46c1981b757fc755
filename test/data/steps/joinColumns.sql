-- {"columns":["city","name"],"name":"who"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name",
    nullif(concat_ws(' ', nullif("city", ''), nullif("name", '')), '') AS "who",
    "age", "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["spend","id","day"],"delimiter":"","missing":"missing","keep":false,"name":"day"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    CAST("spend" AS VARCHAR) || '' || CAST("id" AS VARCHAR) || '' || CAST("day" AS VARCHAR) AS "day",
    "city", "name", "age", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["ok","written"],"delimiter":"'","missing":"blank"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at", "ok", "tags", "info", "written",
    concat_ws('''', coalesce(CAST("ok" AS VARCHAR), ''), coalesce("written", '')) AS "joined",
    "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

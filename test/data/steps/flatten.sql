-- {"column":"info","prefix":"of "}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at", "ok", "tags",
    struct_extract("info", 'x') AS "of x",
    struct_extract("info", 'y') AS "of y",
    "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"tags","into":"rows"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at", "ok",
    unnest(CASE WHEN len("tags") > 0 THEN "tags" ELSE [NULL] END) AS "tags",
    "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"tags","keep":true}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at", "ok", "tags",
    "tags"[1] AS "tags_1",
    "tags"[2] AS "tags_2",
    "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"tags","into":"text","delimiter":"; "}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at", "ok",
    CASE WHEN "tags" IS NOT NULL THEN coalesce(array_to_string("tags", '; '), '') END AS "tags",
    "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"phone","what":"phone"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    *,
    nullif(regexp_extract("phone", '(?:\+|\b)86[- ]?1[3-9]\d(?:[- ]?\d{4}){2}\b|\b1[3-9]\d(?:[- ]?\d{4}){2}\b|\b0\d{2,3}[- ]?\d{7,8}\b|\+\d{1,3}(?:[- .]?\(?\d{1,4}\)?){2,5}\b|\(\d{3}\) ?\d{3}[- .]\d{4}\b|\b\d{3}[- .]\d{3}[- .]\d{4}\b'), '') AS "phone_phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"written","what":"date","take":"list"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at", "ok", "tags", "info", "written",
    regexp_extract_all("written", '\b\d{4}年(?:0?[1-9]|1[0-2])月(?:(?:0?[1-9]|[12]\d|3[01])日)?|\b\d{4}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|\b(?:0?[1-9]|1[0-2])月(?:0?[1-9]|[12]\d|3[01])日') AS "written_date",
    "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"name","what":"pattern","pattern":"(\\w+)['\\s](?P<last>\\w+)"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name",
    nullif(regexp_extract("name", '(\w+)[''\s](?P<last>\w+)', 1), '') AS "name_pattern_1",
    nullif(regexp_extract("name", '(\w+)[''\s](?P<last>\w+)', 2), '') AS "last",
    "age", "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"city","what":"chinese","take":"joined","name":"han"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city",
    nullif(array_to_string(regexp_extract_all("city", '\p{Han}+'), ' '), '') AS "han",
    "name", "age", "spend", "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"spend","what":"number"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend",
    TRY_CAST(replace(nullif(regexp_replace(regexp_extract(CAST("spend" AS VARCHAR), '(?:^|[^\p{L}\p{N}_)+\-])[+\-](?:\d{1,3}(?:,\d{3})+\b|\d+)(?:\.\d+)?|(?:\d{1,3}(?:,\d{3})+\b|\d+)(?:\.\d+)?'), '^[^+\-\d]', ''), ''), ',', '') AS DOUBLE) AS "spend_number",
    "day", "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

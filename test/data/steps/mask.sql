-- {"columns":["phone"],"as":"phone"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE
      WHEN regexp_full_match("phone", '1[3-9]\d{9}') THEN left("phone", 3) || '****' || right("phone", 4)
      WHEN length(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1')) >= 11 THEN left(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1'), 3) || repeat('*', length(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1')) - 7) || right(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1'), 4)
      WHEN length(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1')) >= 7 THEN left(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1'), 2) || repeat('*', length(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1')) - 4) || right(regexp_replace(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[^0-9]', '', 'g'), '^(?:00)?86(1\d{10})$', '\1'), 2)
      WHEN "phone" IS NOT NULL THEN '****'
    END AS "phone"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["name"],"as":"name"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE
      WHEN regexp_matches("name", '\p{Han}') THEN CASE
        WHEN length(regexp_replace("name", '\s', '', 'g')) > 1 THEN left(regexp_replace("name", '\s', '', 'g'), 1) || repeat('*', length(regexp_replace("name", '\s', '', 'g')) - 1)
        ELSE '*'
      END
      ELSE regexp_replace(trim("name"), '(\S)\S*', '\1***', 'g')
    END AS "name"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["written"],"as":"email"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE
      WHEN regexp_matches("written", '^\s*\S{2,}@[^@\s]+\s*$') THEN regexp_replace("written", '^\s*(\S)\S+@([^@\s]+)\s*$', '\1***@\2')
      WHEN regexp_matches("written", '^\s*\S@[^@\s]+\s*$') THEN regexp_replace("written", '^\s*\S@([^@\s]+)\s*$', '***@\1')
      WHEN "written" IS NOT NULL THEN '***'
    END AS "written"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["name","day","spend"],"as":"ends","first":1,"last":2}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN length("name") >= 4 THEN left("name", 1) || repeat('*', length("name") - 3) || right("name", 2) ELSE repeat('*', length("name")) END AS "name",
    CASE WHEN length(CAST("day" AS VARCHAR)) >= 4 THEN left(CAST("day" AS VARCHAR), 1) || repeat('*', length(CAST("day" AS VARCHAR)) - 3) || right(CAST("day" AS VARCHAR), 2) ELSE repeat('*', length(CAST("day" AS VARCHAR))) END AS "day",
    CASE WHEN length(CAST("spend" AS VARCHAR)) >= 4 THEN left(CAST("spend" AS VARCHAR), 1) || repeat('*', length(CAST("spend" AS VARCHAR)) - 3) || right(CAST("spend" AS VARCHAR), 2) ELSE repeat('*', length(CAST("spend" AS VARCHAR))) END AS "spend"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["phone"],"as":"card"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN length(upper(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[\s-]', '', 'g'))) >= 12 THEN left(upper(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[\s-]', '', 'g')), 3) || repeat('*', length(upper(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[\s-]', '', 'g'))) - 7) || right(upper(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[\s-]', '', 'g')), 4) ELSE repeat('*', length(upper(regexp_replace(translate("phone", '０１２３４５６７８９Ｘｘ', '0123456789XX'), '[\s-]', '', 'g')))) END AS "phone"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["city"],"as":"all"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN "city" IS NOT NULL THEN '***' END AS "city"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["id","phone"],"invalid":"flag"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("code_read") REPLACE (coalesce(CASE WHEN regexp_full_match("code_read", '[0-8]\d{5}') AND "code_read"[1:2] <> '00' THEN "code_read" END, "phone") AS "phone"),
    CASE WHEN trim(coalesce("phone", '')) <> '' THEN CASE WHEN regexp_full_match("code_read", '[0-8]\d{5}') AND "code_read"[1:2] <> '00' THEN "code_read" END IS NOT NULL END AS "phone_ok"
  FROM (
  SELECT *, upper(regexp_replace(trim(CASE WHEN regexp_matches("phone", '[！-～    　−﹣’￥￡￦]') THEN translate("phone", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "phone" END), '[\s-]+', '', 'g')) AS "code_read"
  FROM (
  SELECT * EXCLUDE ("code_read") REPLACE (coalesce(CASE WHEN regexp_full_match("code_read", '[0-8]\d{5}') AND "code_read"[1:2] <> '00' THEN "code_read" END, CAST("id" AS VARCHAR)) AS "id"),
    CASE WHEN trim(coalesce(CAST("id" AS VARCHAR), '')) <> '' THEN CASE WHEN regexp_full_match("code_read", '[0-8]\d{5}') AND "code_read"[1:2] <> '00' THEN "code_read" END IS NOT NULL END AS "id_ok"
  FROM (
  SELECT *, lpad(CASE WHEN "id" = trunc("id") THEN CAST(TRY_CAST("id" AS HUGEINT) AS VARCHAR) END, CAST(greatest(6, length(CASE WHEN "id" = trunc("id") THEN CAST(TRY_CAST("id" AS HUGEINT) AS VARCHAR) END)) AS INTEGER), '0') AS "code_read"
  FROM "people"
  )
  )
  )
)
SELECT *
FROM "step_1";

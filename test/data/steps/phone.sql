-- {"columns":["phone"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("said_read", "digits_read", "more_read", "mobile_read", "area_read", "service_read", "abroad_read") REPLACE (coalesce(CASE WHEN "digits_read" IS NULL THEN NULL
      WHEN "mobile_read" <> '' THEN "mobile_read"
      WHEN "area_read".number <> '' THEN concat('0', "area_read".code, '-', "area_read".number)
      WHEN "service_read" <> '' THEN "service_read"
      WHEN "abroad_read" <> '' THEN '+' || "abroad_read" END || CASE WHEN "more_read" = '' THEN '' ELSE 'x' || "more_read" END, "phone") AS "phone")
  FROM (
  SELECT *, regexp_extract("digits_read", '^(?:(?:[+]|00)?86)?0?(1[3-9]\d{9})$', 1) AS "mobile_read", CASE WHEN regexp_matches("digits_read", '^(?:0|[+])') THEN regexp_extract("digits_read", '^(?:(?:[+]|00)86)?0?(10|2[0-57-9]|[3-9]\d{2})([2-8]\d{6,7})$', ['code', 'number']) END AS "area_read", regexp_extract("digits_read", '^([48]00\d{7}|9[56]\d{3,4})$', 1) AS "service_read", regexp_extract("digits_read", '^(?:[+]|00)([1-79]\d{6,14}|8[0-57-9]\d{5,13})$', 1) AS "abroad_read"
  FROM (
  SELECT *, CASE WHEN regexp_full_match("said_read", '[-+() .–—/\d]+(?:(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?\d{1,6})?') THEN regexp_replace(regexp_extract("said_read", '^[-+() .–—/\d]+'), '[^+\d]', '', 'g') END AS "digits_read", regexp_extract("said_read", '(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?(\d{1,6})$', 1) AS "more_read"
  FROM (
  SELECT *, trim(CASE WHEN regexp_matches("phone", '[！-～    　−﹣’￥￡￦]') THEN translate("phone", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "phone" END) AS "said_read"
  FROM "people"
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["phone","id"],"invalid":"flag","form":"e164"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("said_read", "digits_read", "more_read", "mobile_read", "area_read", "service_read", "abroad_read") REPLACE (coalesce(CASE WHEN "digits_read" IS NULL THEN NULL
      WHEN "mobile_read" <> '' THEN '+86' || "mobile_read"
      WHEN "area_read".number <> '' THEN concat('+86', "area_read".code, "area_read".number)
      WHEN "service_read" <> '' THEN "service_read"
      WHEN "abroad_read" <> '' THEN '+' || "abroad_read" END || CASE WHEN "more_read" = '' THEN '' ELSE 'x' || "more_read" END, CAST("id" AS VARCHAR)) AS "id"),
    CASE WHEN trim(coalesce(CAST("id" AS VARCHAR), '')) <> '' THEN CASE WHEN "digits_read" IS NULL THEN NULL
      WHEN "mobile_read" <> '' THEN '+86' || "mobile_read"
      WHEN "area_read".number <> '' THEN concat('+86', "area_read".code, "area_read".number)
      WHEN "service_read" <> '' THEN "service_read"
      WHEN "abroad_read" <> '' THEN '+' || "abroad_read" END || CASE WHEN "more_read" = '' THEN '' ELSE 'x' || "more_read" END IS NOT NULL END AS "id_ok"
  FROM (
  SELECT *, regexp_extract("digits_read", '^(?:(?:[+]|00)?86)?0?(1[3-9]\d{9})$', 1) AS "mobile_read", CASE WHEN regexp_matches("digits_read", '^(?:0|[+])') THEN regexp_extract("digits_read", '^(?:(?:[+]|00)86)?0?(10|2[0-57-9]|[3-9]\d{2})([2-8]\d{6,7})$', ['code', 'number']) END AS "area_read", regexp_extract("digits_read", '^([48]00\d{7}|9[56]\d{3,4})$', 1) AS "service_read", regexp_extract("digits_read", '^(?:[+]|00)([1-79]\d{6,14}|8[0-57-9]\d{5,13})$', 1) AS "abroad_read"
  FROM (
  SELECT *, CASE WHEN regexp_full_match("said_read", '[-+() .–—/\d]+(?:(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?\d{1,6})?') THEN regexp_replace(regexp_extract("said_read", '^[-+() .–—/\d]+'), '[^+\d]', '', 'g') END AS "digits_read", regexp_extract("said_read", '(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?(\d{1,6})$', 1) AS "more_read"
  FROM (
  SELECT *, trim(CASE WHEN regexp_matches(CASE WHEN "id" = trunc("id") THEN CAST(TRY_CAST("id" AS HUGEINT) AS VARCHAR) END, '[！-～    　−﹣’￥￡￦]') THEN translate(CASE WHEN "id" = trunc("id") THEN CAST(TRY_CAST("id" AS HUGEINT) AS VARCHAR) END, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE CASE WHEN "id" = trunc("id") THEN CAST(TRY_CAST("id" AS HUGEINT) AS VARCHAR) END END) AS "said_read"
  FROM (
  SELECT * EXCLUDE ("said_read", "digits_read", "more_read", "mobile_read", "area_read", "service_read", "abroad_read") REPLACE (coalesce(CASE WHEN "digits_read" IS NULL THEN NULL
      WHEN "mobile_read" <> '' THEN '+86' || "mobile_read"
      WHEN "area_read".number <> '' THEN concat('+86', "area_read".code, "area_read".number)
      WHEN "service_read" <> '' THEN "service_read"
      WHEN "abroad_read" <> '' THEN '+' || "abroad_read" END || CASE WHEN "more_read" = '' THEN '' ELSE 'x' || "more_read" END, "phone") AS "phone"),
    CASE WHEN trim(coalesce("phone", '')) <> '' THEN CASE WHEN "digits_read" IS NULL THEN NULL
      WHEN "mobile_read" <> '' THEN '+86' || "mobile_read"
      WHEN "area_read".number <> '' THEN concat('+86', "area_read".code, "area_read".number)
      WHEN "service_read" <> '' THEN "service_read"
      WHEN "abroad_read" <> '' THEN '+' || "abroad_read" END || CASE WHEN "more_read" = '' THEN '' ELSE 'x' || "more_read" END IS NOT NULL END AS "phone_ok"
  FROM (
  SELECT *, regexp_extract("digits_read", '^(?:(?:[+]|00)?86)?0?(1[3-9]\d{9})$', 1) AS "mobile_read", CASE WHEN regexp_matches("digits_read", '^(?:0|[+])') THEN regexp_extract("digits_read", '^(?:(?:[+]|00)86)?0?(10|2[0-57-9]|[3-9]\d{2})([2-8]\d{6,7})$', ['code', 'number']) END AS "area_read", regexp_extract("digits_read", '^([48]00\d{7}|9[56]\d{3,4})$', 1) AS "service_read", regexp_extract("digits_read", '^(?:[+]|00)([1-79]\d{6,14}|8[0-57-9]\d{5,13})$', 1) AS "abroad_read"
  FROM (
  SELECT *, CASE WHEN regexp_full_match("said_read", '[-+() .–—/\d]+(?:(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?\d{1,6})?') THEN regexp_replace(regexp_extract("said_read", '^[-+() .–—/\d]+'), '[^+\d]', '', 'g') END AS "digits_read", regexp_extract("said_read", '(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?(\d{1,6})$', 1) AS "more_read"
  FROM (
  SELECT *, trim(CASE WHEN regexp_matches("phone", '[！-～    　−﹣’￥￡￦]') THEN translate("phone", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "phone" END) AS "said_read"
  FROM "people"
  )
  )
  )
  )
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["phone"],"invalid":"clear","form":"spaced","home":"none"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("said_read", "digits_read", "more_read", "mobile_read", "area_read", "service_read", "abroad_read") REPLACE (CASE WHEN "digits_read" IS NULL THEN NULL
      WHEN "mobile_read" <> '' THEN concat_ws(' ', "mobile_read"[1:3], "mobile_read"[4:7], "mobile_read"[8:])
      WHEN "area_read".number <> '' THEN concat('0', "area_read".code, ' ', "area_read".number[1:-5], ' ', "area_read".number[-4:])
      WHEN "service_read" <> '' THEN "service_read"
      WHEN "abroad_read" <> '' THEN '+' || "abroad_read" END || CASE WHEN "more_read" = '' THEN '' ELSE 'x' || "more_read" END AS "phone")
  FROM (
  SELECT *, regexp_extract("digits_read", '^(?:[+]|00)86(1[3-9]\d{9})$', 1) AS "mobile_read", CASE WHEN true THEN regexp_extract("digits_read", '^(?:[+]|00)860?(10|2[0-57-9]|[3-9]\d{2})([2-8]\d{6,7})$', ['code', 'number']) END AS "area_read", '' AS "service_read", regexp_extract("digits_read", '^(?:[+]|00)([1-79]\d{6,14}|8[0-57-9]\d{5,13})$', 1) AS "abroad_read"
  FROM (
  SELECT *, CASE WHEN regexp_full_match("said_read", '[-+() .–—/\d]+(?:(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?\d{1,6})?') THEN regexp_replace(regexp_extract("said_read", '^[-+() .–—/\d]+'), '[^+\d]', '', 'g') END AS "digits_read", regexp_extract("said_read", '(?:转|轉|分机|(?i:ext)[.]?|[x#]) ?(\d{1,6})$', 1) AS "more_read"
  FROM (
  SELECT *, trim(CASE WHEN regexp_matches("phone", '[！-～    　−﹣’￥￡￦]') THEN translate("phone", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "phone" END) AS "said_read"
  FROM "people"
  )
  )
  )
)
SELECT *
FROM "step_1";

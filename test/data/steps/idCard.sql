-- {"columns":["phone"],"invalid":"clear","parts":true}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("card_read", "body_read", "digits_read", "check_read") REPLACE (CASE WHEN ("card_read"[18] = "check_read" OR length("card_read") = 15) AND TRY_CAST(concat_ws('-', "body_read"[7:10], "body_read"[11:12], "body_read"[13:14]) AS DATE) IS NOT NULL THEN "body_read" || "check_read" END AS "phone"),
    CASE WHEN CASE WHEN ("card_read"[18] = "check_read" OR length("card_read") = 15) AND TRY_CAST(concat_ws('-', "body_read"[7:10], "body_read"[11:12], "body_read"[13:14]) AS DATE) IS NOT NULL THEN "body_read" || "check_read" END IS NOT NULL THEN TRY_CAST(concat_ws('-', "body_read"[7:10], "body_read"[11:12], "body_read"[13:14]) AS DATE) END AS "phone_birth",
    CASE WHEN CASE WHEN ("card_read"[18] = "check_read" OR length("card_read") = 15) AND TRY_CAST(concat_ws('-', "body_read"[7:10], "body_read"[11:12], "body_read"[13:14]) AS DATE) IS NOT NULL THEN "body_read" || "check_read" END IS NOT NULL THEN CASE WHEN CAST("body_read"[17] AS INTEGER) % 2 = 1 THEN 'M' ELSE 'F' END END AS "phone_sex",
    CASE WHEN CASE WHEN ("card_read"[18] = "check_read" OR length("card_read") = 15) AND TRY_CAST(concat_ws('-', "body_read"[7:10], "body_read"[11:12], "body_read"[13:14]) AS DATE) IS NOT NULL THEN "body_read" || "check_read" END IS NOT NULL THEN "body_read"[1:6] END AS "phone_region"
  FROM (
  SELECT *, '10X98765432'[("digits_read" // 10000000000000000 % 10 * 7 + "digits_read" // 1000000000000000 % 10 * 9 + "digits_read" // 100000000000000 % 10 * 10 + "digits_read" // 10000000000000 % 10 * 5 + "digits_read" // 1000000000000 % 10 * 8 + "digits_read" // 100000000000 % 10 * 4 + "digits_read" // 10000000000 % 10 * 2 + "digits_read" // 1000000000 % 10 * 1 + "digits_read" // 100000000 % 10 * 6 + "digits_read" // 10000000 % 10 * 3 + "digits_read" // 1000000 % 10 * 7 + "digits_read" // 100000 % 10 * 9 + "digits_read" // 10000 % 10 * 10 + "digits_read" // 1000 % 10 * 5 + "digits_read" // 100 % 10 * 8 + "digits_read" // 10 % 10 * 4 + "digits_read" // 1 % 10 * 2) % 11 + 1] AS "check_read"
  FROM (
  SELECT *, CAST("body_read" AS BIGINT) AS "digits_read"
  FROM (
  SELECT *, CASE WHEN regexp_full_match("card_read", '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{4}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]') THEN "card_read"[1:17]
      WHEN regexp_full_match("card_read", '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}') THEN "card_read"[1:6] || '19' || "card_read"[7:15] END AS "body_read"
  FROM (
  SELECT *, upper(regexp_replace(trim(CASE WHEN regexp_matches("phone", '[！-～    　−﹣’￥￡￦]') THEN translate("phone", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "phone" END), '[\s-]+', '', 'g')) AS "card_read"
  FROM "people"
  )
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["spend"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("card_read", "body_read", "digits_read", "check_read") REPLACE (coalesce(CASE WHEN ("card_read"[18] = "check_read" OR length("card_read") = 15) AND TRY_CAST(concat_ws('-', "body_read"[7:10], "body_read"[11:12], "body_read"[13:14]) AS DATE) IS NOT NULL THEN "body_read" || "check_read" END, CAST("spend" AS VARCHAR)) AS "spend")
  FROM (
  SELECT *, '10X98765432'[("digits_read" // 10000000000000000 % 10 * 7 + "digits_read" // 1000000000000000 % 10 * 9 + "digits_read" // 100000000000000 % 10 * 10 + "digits_read" // 10000000000000 % 10 * 5 + "digits_read" // 1000000000000 % 10 * 8 + "digits_read" // 100000000000 % 10 * 4 + "digits_read" // 10000000000 % 10 * 2 + "digits_read" // 1000000000 % 10 * 1 + "digits_read" // 100000000 % 10 * 6 + "digits_read" // 10000000 % 10 * 3 + "digits_read" // 1000000 % 10 * 7 + "digits_read" // 100000 % 10 * 9 + "digits_read" // 10000 % 10 * 10 + "digits_read" // 1000 % 10 * 5 + "digits_read" // 100 % 10 * 8 + "digits_read" // 10 % 10 * 4 + "digits_read" // 1 % 10 * 2) % 11 + 1] AS "check_read"
  FROM (
  SELECT *, CAST("body_read" AS BIGINT) AS "digits_read"
  FROM (
  SELECT *, CASE WHEN regexp_full_match("card_read", '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{4}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]') THEN "card_read"[1:17]
      WHEN regexp_full_match("card_read", '(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)\d{6}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}') THEN "card_read"[1:6] || '19' || "card_read"[7:15] END AS "body_read"
  FROM (
  SELECT *, upper(regexp_replace(trim(CASE WHEN regexp_matches(CASE WHEN "spend" = trunc("spend") THEN CAST(TRY_CAST("spend" AS HUGEINT) AS VARCHAR) END, '[！-～    　−﹣’￥￡￦]') THEN translate(CASE WHEN "spend" = trunc("spend") THEN CAST(TRY_CAST("spend" AS HUGEINT) AS VARCHAR) END, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE CASE WHEN "spend" = trunc("spend") THEN CAST(TRY_CAST("spend" AS HUGEINT) AS VARCHAR) END END), '[\s-]+', '', 'g')) AS "card_read"
  FROM "people"
  )
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["name","city"],"invalid":"flag"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("address_read") REPLACE (coalesce(CASE WHEN length("address_read") <= 254 AND regexp_full_match("address_read", '[\p{L}\d!#$%&''*+/=?^_`{|}~-]+(?:[.][\p{L}\d!#$%&''*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?[.])+\p{L}[\p{L}\d-]*\p{L}') THEN lower("address_read") END, "city") AS "city"),
    CASE WHEN trim(coalesce("city", '')) <> '' THEN CASE WHEN length("address_read") <= 254 AND regexp_full_match("address_read", '[\p{L}\d!#$%&''*+/=?^_`{|}~-]+(?:[.][\p{L}\d!#$%&''*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?[.])+\p{L}[\p{L}\d-]*\p{L}') THEN lower("address_read") END IS NOT NULL END AS "city_ok"
  FROM (
  SELECT *, regexp_extract(trim(CASE WHEN regexp_matches("city", '[！-～    　−﹣’￥￡￦]') THEN translate("city", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "city" END), '(?i)^(?:mailto:|[^<>@]*<)?([^<>,; ]+@[^<>,; ]+?)>?[,;.]?$', 1) AS "address_read"
  FROM (
  SELECT * EXCLUDE ("address_read") REPLACE (coalesce(CASE WHEN length("address_read") <= 254 AND regexp_full_match("address_read", '[\p{L}\d!#$%&''*+/=?^_`{|}~-]+(?:[.][\p{L}\d!#$%&''*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?[.])+\p{L}[\p{L}\d-]*\p{L}') THEN lower("address_read") END, "name") AS "name"),
    CASE WHEN trim(coalesce("name", '')) <> '' THEN CASE WHEN length("address_read") <= 254 AND regexp_full_match("address_read", '[\p{L}\d!#$%&''*+/=?^_`{|}~-]+(?:[.][\p{L}\d!#$%&''*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?[.])+\p{L}[\p{L}\d-]*\p{L}') THEN lower("address_read") END IS NOT NULL END AS "name_ok"
  FROM (
  SELECT *, regexp_extract(trim(CASE WHEN regexp_matches("name", '[！-～    　−﹣’￥￡￦]') THEN translate("name", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "name" END), '(?i)^(?:mailto:|[^<>@]*<)?([^<>,; ]+@[^<>,; ]+?)>?[,;.]?$', 1) AS "address_read"
  FROM "people"
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["name"],"lower":false}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("address_read") REPLACE (coalesce(CASE WHEN length("address_read") <= 254 AND regexp_full_match("address_read", '[\p{L}\d!#$%&''*+/=?^_`{|}~-]+(?:[.][\p{L}\d!#$%&''*+/=?^_`{|}~-]+)*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?[.])+\p{L}[\p{L}\d-]*\p{L}') THEN split_part("address_read", '@', 1) || '@' || lower(split_part("address_read", '@', 2)) END, "name") AS "name")
  FROM (
  SELECT *, regexp_extract(trim(CASE WHEN regexp_matches("name", '[！-～    　−﹣’￥￡￦]') THEN translate("name", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE "name" END), '(?i)^(?:mailto:|[^<>@]*<)?([^<>,; ]+@[^<>,; ]+?)>?[,;.]?$', 1) AS "address_read"
  FROM "people"
  )
)
SELECT *
FROM "step_1";

-- {"columns":["city","name"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("city", '^[\s\p{Z}]+|[\s\p{Z}]+$') THEN regexp_replace("city", '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g') ELSE "city" END AS "city",
    CASE WHEN regexp_matches("name", '^[\s\p{Z}]+|[\s\p{Z}]+$') THEN regexp_replace("name", '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g') ELSE "name" END AS "name"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("city", '[\s\p{Z}]{2}|[\t\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]') THEN regexp_replace("city", '[\s\p{Z}]+', ' ', 'g') ELSE "city" END AS "city",
    CASE WHEN regexp_matches("name", '[\s\p{Z}]{2}|[\t\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]') THEN regexp_replace("name", '[\s\p{Z}]+', ' ', 'g') ELSE "name" END AS "name"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("city", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+') THEN regexp_replace("city", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+', ' ', 'g') ELSE "city" END AS "city",
    CASE WHEN regexp_matches("name", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+') THEN regexp_replace("name", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+', ' ', 'g') ELSE "name" END AS "name"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("city", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]') THEN regexp_replace("city", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g') ELSE "city" END AS "city",
    CASE WHEN regexp_matches("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]') THEN regexp_replace("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g') ELSE "name" END AS "name"
  )
  FROM "people"
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["name","phone"],"case":"title","width":"half","accents":true,"empty":true}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    nullif("name", '') AS "name",
    nullif("phone", '') AS "phone"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[^ -~]') THEN strip_accents("name") ELSE "name" END AS "name",
    CASE WHEN regexp_matches("phone", '[^ -~]') THEN strip_accents("phone") ELSE "phone" END AS "phone"
  )
  FROM (
  SELECT * REPLACE (
    array_to_string(list_transform(regexp_extract_all(lower("name"), '\b[odl]''|[\p{L}\p{M}\p{N}]+(?:[''’][\p{L}\p{M}]+)*|[^\p{L}\p{M}\p{N}]+'), lambda word: upper(word[1]) || word[2:]), '') AS "name",
    array_to_string(list_transform(regexp_extract_all(lower("phone"), '\b[odl]''|[\p{L}\p{M}\p{N}]+(?:[''’][\p{L}\p{M}]+)*|[^\p{L}\p{M}\p{N}]+'), lambda word: upper(word[1]) || word[2:]), '') AS "phone"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '^[\s\p{Z}]+|[\s\p{Z}]+$') THEN regexp_replace("name", '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("phone", '^[\s\p{Z}]+|[\s\p{Z}]+$') THEN regexp_replace("phone", '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g') ELSE "phone" END AS "phone"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\s\p{Z}]{2}|[\t\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]') THEN regexp_replace("name", '[\s\p{Z}]+', ' ', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("phone", '[\s\p{Z}]{2}|[\t\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]') THEN regexp_replace("phone", '[\s\p{Z}]+', ' ', 'g') ELSE "phone" END AS "phone"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+') THEN regexp_replace("name", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+', ' ', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("phone", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+') THEN regexp_replace("phone", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+', ' ', 'g') ELSE "phone" END AS "phone"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[！-～　]') THEN translate("name", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～　', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("phone", '[！-～　]') THEN translate("phone", '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～　', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ') ELSE "phone" END AS "phone"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]') THEN regexp_replace("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("phone", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]') THEN regexp_replace("phone", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g') ELSE "phone" END AS "phone"
  )
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

-- {"columns":["name"],"lines":false,"case":"sentence","width":"full"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[!-~ ]') THEN translate("name", '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ', '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～　') ELSE "name" END AS "name"
  )
  FROM (
  SELECT * REPLACE (
    upper(("name")[1]) || lower(("name")[2:]) AS "name"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '^[\s\p{Z}]+|[\s\p{Z}]+$') THEN regexp_replace("name", '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g') ELSE "name" END AS "name"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\t \p{Zs}]{2}|[\t\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]') THEN regexp_replace("name", '[\t \p{Zs}]+', ' ', 'g') ELSE "name" END AS "name"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]') THEN regexp_replace("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g') ELSE "name" END AS "name"
  )
  FROM "people"
  )
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["name","city"],"script":"traditional"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '^[\s\p{Z}]+|[\s\p{Z}]+$') THEN regexp_replace("name", '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("city", '^[\s\p{Z}]+|[\s\p{Z}]+$') THEN regexp_replace("city", '^[\s\p{Z}]+|[\s\p{Z}]+$', '', 'g') ELSE "city" END AS "city"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\s\p{Z}]{2}|[\t\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]') THEN regexp_replace("name", '[\s\p{Z}]+', ' ', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("city", '[\s\p{Z}]{2}|[\t\x{A0}\x{1680}\x{2000}-\x{200A}\x{202F}\x{205F}\x{3000}]') THEN regexp_replace("city", '[\s\p{Z}]+', ' ', 'g') ELSE "city" END AS "city"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+') THEN regexp_replace("name", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+', ' ', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("city", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+') THEN regexp_replace("city", '[\r\n\x{0B}\x{0C}\x{85}\x{2028}\x{2029}]+', ' ', 'g') ELSE "city" END AS "city"
  )
  FROM (
  SELECT * REPLACE (
    CASE WHEN regexp_matches("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]') THEN regexp_replace("name", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g') ELSE "name" END AS "name",
    CASE WHEN regexp_matches("city", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]') THEN regexp_replace("city", '[\x{0}-\x{8}\x{E}-\x{1F}\x{7F}\x{AD}\x{200B}-\x{200F}\x{2060}\x{FEFF}]', '', 'g') ELSE "city" END AS "city"
  )
  FROM (
  SELECT it.* REPLACE (
    CASE WHEN regexp_matches(it."name", '[伟张]')
      THEN array_to_string(list_transform(string_split(it."name", ''), lambda letter: coalesce("script".letters[unicode(letter)], letter)), '')
      ELSE it."name" END AS "name",
    CASE WHEN regexp_matches(it."city", '[伟张]')
      THEN array_to_string(list_transform(string_split(it."city", ''), lambda letter: coalesce("script".letters[unicode(letter)], letter)), '')
      ELSE it."city" END AS "city"
  )
  FROM "people" AS it
  CROSS JOIN (
    SELECT list(value ORDER BY code) AS letters
    FROM range(1, 24353) AS every(code)
    LEFT JOIN (
      SELECT unicode(unnest(string_split('伟张', ''))) AS code, unnest(string_split('偉張', '')) AS value
    ) USING (code)
  ) AS "script"
  )
  )
  )
  )
)
SELECT *
FROM "step_1";

-- {"columns":["name"],"trim":false,"inner":false,"lines":false,"invisible":false,"script":"simplified"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM "people"
)
SELECT *
FROM "step_1";

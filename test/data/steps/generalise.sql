-- {"columns":["age"],"to":"band","width":10}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    '[' || TRY_CAST(floor(round((CAST("age" AS DOUBLE) - (0)) / 10, 9)) * 10 + (0) AS HUGEINT) || ', ' || TRY_CAST(floor(round((CAST("age" AS DOUBLE) - (0)) / 10, 9)) * 10 + (0) + 10 AS HUGEINT) || ')' AS "age"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["spend"],"to":"band","width":0.5,"begin":0.25}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    '[' || TRY_CAST(round(floor(round((CAST("spend" AS DOUBLE) - (0.25)) / 0.5, 9)) * 0.5 + (0.25), 2) AS DECIMAL(38, 2)) || ', ' || TRY_CAST(round(floor(round((CAST("spend" AS DOUBLE) - (0.25)) / 0.5, 9)) * 0.5 + (0.25) + 0.5, 2) AS DECIMAL(38, 2)) || ')' AS "spend"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["day","at"],"to":"month"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    strftime("day", '%Y-%m') AS "day",
    strftime("at", '%Y-%m') AS "at"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["day"],"to":"quarter"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    year("day") || '-Q' || quarter("day") AS "day"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["at"],"to":"year"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    year("at") AS "at"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["city"],"to":"city"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    coalesce(nullif(regexp_extract("city", '^\s*(?:中国)?\s*(北京|天津|上海|重庆|香港|澳门)', 1), ''), nullif(regexp_extract(regexp_replace("city", '^\s*(?:中国)?\s*(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?', ''), '^\s*(?:中国)?\s*([^区县镇乡路街道号村\s\dA-Za-z,，]州市?|[^区县镇乡路街道号村\s\dA-Za-z,，]{2,10}?(?:市|州|盟|地区))', 1), ''), nullif(regexp_extract("city", '^\s*(?:中国)?\s*(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)', 1), '')) AS "city"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["city"],"to":"province"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    nullif(regexp_extract("city", '^\s*(?:中国)?\s*(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)', 1), '') AS "city"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"columns":["phone"],"to":"start","keep":3}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN length("phone") > 3 THEN left("phone", 3) || repeat('*', length("phone") - 3) ELSE repeat('*', length("phone")) END AS "phone"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

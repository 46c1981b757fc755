-- {"rules":[{"rule":"present","column":"city"},{"rule":"type","column":"written","type":"date"},{"rule":"range","column":"age","least":"0","most":"110"},{"rule":"pattern","column":"phone","pattern":"1\\d{10}"},{"rule":"one-of","column":"city","values":["上海","o'北京"]},{"rule":"unique","column":"name","with":["day"]},{"rule":"known","column":"id","table":"people","key":"age"},{"rule":"formula","formula":"\"spend\" >= 0","label":"spend is not negative"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *,
    nullif(concat_ws(', ',
      CASE WHEN coalesce(regexp_full_match(it."city", '[\s\p{Z}]*'), true) THEN 'city present' END,
      CASE WHEN (NOT regexp_full_match(CAST(it."written" AS VARCHAR), '\d{4}-\d{2}-\d{2}') OR it."written" IS NOT NULL AND TRY_CAST(it."written" AS DATE) IS NULL) THEN 'written type' END,
      CASE WHEN (it."age" < 0 OR it."age" > 110) THEN 'age range' END,
      CASE WHEN NOT regexp_full_match(CAST(it."phone" AS VARCHAR), '1\d{10}') THEN 'phone pattern' END,
      CASE WHEN it."city" NOT IN ('上海', 'o''北京') THEN 'city one-of' END,
      CASE WHEN (it."name" IS NOT NULL AND it."day" IS NOT NULL AND (it."name", it."day") IN (SELECT ("name", "day") FROM "people" GROUP BY "name", "day" HAVING count(*) > 1)) THEN 'name unique' END,
      CASE WHEN it."id" NOT IN (SELECT "age" FROM "people" WHERE "age" IS NOT NULL) THEN 'id known' END,
      CASE WHEN (
        "spend" >= 0
      ) IS FALSE THEN 'spend is not negative' END
    ), '') AS "broken_rules"
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"rules":[{"rule":"unique","column":"phone"}],"show":"broken"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *
  FROM (
  SELECT *,
    nullif(concat_ws(', ',
      CASE WHEN it."phone" IN (SELECT "phone" FROM "people" GROUP BY ALL HAVING count(*) > 1) THEN 'phone unique' END
    ), '') AS "broken_rules"
  FROM "people" AS it
  )
  WHERE "broken_rules" IS NOT NULL
)
SELECT *
FROM "step_1";

-- {"customer":"name","date":"day","amount":"spend"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *, CASE WHEN "r_score" >= 4 AND "f_score" >= 4 THEN 'Champions'
      WHEN "r_score" >= 4 AND "f_score" >= 2 THEN 'Potentially loyal'
      WHEN "r_score" >= 4 AND "f_score" >= 1 THEN 'New'
      WHEN "r_score" >= 3 AND "f_score" >= 4 THEN 'Loyal'
      WHEN "r_score" >= 3 AND "f_score" >= 2 THEN 'Need attention'
      WHEN "r_score" >= 3 AND "f_score" >= 1 THEN 'About to sleep'
      WHEN "r_score" >= 1 AND "f_score" >= 4 THEN 'At risk'
      WHEN "r_score" >= 1 AND "f_score" >= 2 THEN 'Hibernating'
      WHEN "r_score" >= 1 AND "f_score" >= 1 THEN 'Lost' END AS "segment"
  FROM (
    SELECT *, CAST(1 + floor(5 * (rank() OVER (ORDER BY "recency" DESC) - 1) / count(*) OVER ()) AS INTEGER) AS "r_score", CAST(1 + floor(5 * (rank() OVER (ORDER BY "frequency") - 1) / count(*) OVER ()) AS INTEGER) AS "f_score",
      CAST(1 + floor(5 * (rank() OVER (ORDER BY "monetary") - 1) / count(*) OVER ()) AS INTEGER) AS "m_score"
    FROM (
      SELECT "name", CAST(max("day") AS DATE) AS "last_date",
        date_diff('day', CAST(max("day") AS DATE), max(CAST(max("day") AS DATE)) OVER ()) AS "recency",
        count(*) AS "frequency", coalesce(sum(CAST("spend" AS DOUBLE)) FILTER (isfinite(CAST("spend" AS DOUBLE))), 0) AS "monetary"
      FROM "people"
      WHERE "name" IS NOT NULL AND isfinite("day")
      GROUP BY "name"
    )
  )
  ORDER BY "monetary" DESC, "name"
)
SELECT *
FROM "step_1";

-- {"customer":"city","date":"at","amount":"age","names":"zh"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT *, CASE WHEN "r_score" >= 4 AND "f_score" >= 4 THEN '核心客户'
      WHEN "r_score" >= 4 AND "f_score" >= 2 THEN '潜力客户'
      WHEN "r_score" >= 4 AND "f_score" >= 1 THEN '新客户'
      WHEN "r_score" >= 3 AND "f_score" >= 4 THEN '忠诚客户'
      WHEN "r_score" >= 3 AND "f_score" >= 2 THEN '需要关注'
      WHEN "r_score" >= 3 AND "f_score" >= 1 THEN '即将沉睡'
      WHEN "r_score" >= 1 AND "f_score" >= 4 THEN '流失风险'
      WHEN "r_score" >= 1 AND "f_score" >= 2 THEN '沉睡客户'
      WHEN "r_score" >= 1 AND "f_score" >= 1 THEN '已流失' END AS "segment"
  FROM (
    SELECT *, CAST(1 + floor(5 * (rank() OVER (ORDER BY "recency" DESC) - 1) / count(*) OVER ()) AS INTEGER) AS "r_score", CAST(1 + floor(5 * (rank() OVER (ORDER BY "frequency") - 1) / count(*) OVER ()) AS INTEGER) AS "f_score",
      CAST(1 + floor(5 * (rank() OVER (ORDER BY "monetary") - 1) / count(*) OVER ()) AS INTEGER) AS "m_score"
    FROM (
      SELECT "city", CAST(max("at") AS DATE) AS "last_date",
        date_diff('day', CAST(max("at") AS DATE), max(CAST(max("at") AS DATE)) OVER ()) AS "recency",
        count(*) AS "frequency", coalesce(sum(CAST("age" AS DOUBLE)) FILTER (isfinite(CAST("age" AS DOUBLE))), 0) AS "monetary"
      FROM "people"
      WHERE "city" IS NOT NULL AND isfinite("at")
      GROUP BY "city"
    )
  )
  ORDER BY "monetary" DESC, "city"
)
SELECT *
FROM "step_1";

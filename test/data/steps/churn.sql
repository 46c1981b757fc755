-- {"start":"day","end":"at"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "stays" AS (
  SELECT *
  FROM (
  SELECT * REPLACE (CASE WHEN ended <= today THEN ended END AS ended)
  FROM (SELECT CASE WHEN isfinite(CAST("day" AS DATE)) THEN CAST("day" AS DATE) END AS began, CASE WHEN isfinite(CAST("at" AS DATE)) THEN CAST("at" AS DATE) END AS ended FROM "people") AS stays
  CROSS JOIN (SELECT greatest(max(CASE WHEN isfinite(CAST("day" AS DATE)) THEN CAST("day" AS DATE) END), max(CASE WHEN isfinite(CAST("at" AS DATE)) THEN CAST("at" AS DATE) END)) AS today FROM "people") AS days
  )
  WHERE began <= coalesce(ended, today)
  ), joins AS (
    SELECT CAST(date_trunc('month', began) AS DATE) AS period, count(*) AS joined FROM "stays" GROUP BY period
  ), leaves AS (
    SELECT CAST(date_trunc('month', ended) AS DATE) AS period, count(*) AS gone, count(*) FILTER (CAST(date_trunc('month', began) AS DATE) < CAST(date_trunc('month', ended) AS DATE)) AS lost
    FROM "stays" WHERE ended IS NOT NULL GROUP BY period
  ), grid AS (
    SELECT CAST(unnest(range(CAST(date_trunc('month', min(began)) AS DATE), CAST(date_trunc('month', max(today)) AS DATE) + INTERVAL 1 DAY, INTERVAL 1 month)) AS DATE) AS period,
      max(today) AS today FROM "stays"
  ), moves AS (
    SELECT period, today, coalesce(joined, 0) AS joined, coalesce(gone, 0) AS gone, coalesce(lost, 0) AS lost
    FROM grid LEFT JOIN joins USING (period) LEFT JOIN leaves USING (period)
  ), counted AS (
    SELECT *, sum(joined - gone) OVER (ORDER BY period) AS at_end FROM moves
  )
  SELECT period, CAST(at_end - joined + gone AS BIGINT) AS at_start, joined, gone, CAST(at_end AS BIGINT) AS at_end,
    CAST(at_end - joined + gone - lost AS BIGINT) AS kept, lost / nullif(at_end - joined + gone, 0) AS churn_rate,
    today >= period + INTERVAL 1 month - INTERVAL 1 DAY AS is_whole
  FROM counted
  ORDER BY period
)
SELECT *
FROM "step_1";

-- {"start":"day","end":"at","until":"2024-02-10","unit":"year","per":"age"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "stays" AS (
  SELECT *
  FROM (
  SELECT * REPLACE (CASE WHEN ended <= today THEN ended END AS ended)
  FROM (SELECT CASE WHEN isfinite(CAST("day" AS DATE)) THEN CAST("day" AS DATE) END AS began, CASE WHEN isfinite(CAST("at" AS DATE)) THEN CAST("at" AS DATE) END AS ended FROM "people") AS stays
  CROSS JOIN (SELECT CAST(DATE '2024-02-10' AS DATE) AS today) AS days
  )
  WHERE began <= coalesce(ended, today)
  ), ages AS (
    SELECT datesub('year', began, today + 1) AS seen, datesub('year', began, ended) AS stayed, count(*) AS many
    FROM "stays" GROUP BY ALL
  ), grid AS (SELECT unnest(range(max(seen))) AS period FROM ages)
  SELECT period, CAST(sum(many) AS BIGINT) AS at_start, CAST(coalesce(sum(many) FILTER (stayed = period), 0) AS BIGINT) AS gone,
    CAST(coalesce(sum(many) FILTER (stayed IS NULL OR stayed > period), 0) AS BIGINT) AS kept,
    coalesce(sum(many) FILTER (stayed = period), 0) / sum(many) AS churn_rate
  FROM grid JOIN ages ON seen > period AND (stayed IS NULL OR stayed >= period)
  GROUP BY period
  ORDER BY period
)
SELECT *
FROM "step_1";

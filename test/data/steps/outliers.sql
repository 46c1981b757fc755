-- {"columns":["age","spend"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.*,
    coalesce(it."age" < "of_group"."least_1", false) OR coalesce(it."age" > "of_group"."most_1", false) AS "age_outlier",
    coalesce(it."spend" < "of_group"."least_2", false) OR coalesce(it."spend" > "of_group"."most_2", false) AS "spend_outlier"
  FROM "people" AS it
  CROSS JOIN (SELECT quantile_cont(CAST("age" AS DOUBLE), 0.25) - 1.5 * (quantile_cont(CAST("age" AS DOUBLE), 0.75) - quantile_cont(CAST("age" AS DOUBLE), 0.25)) AS "least_1", quantile_cont(CAST("age" AS DOUBLE), 0.75) + 1.5 * (quantile_cont(CAST("age" AS DOUBLE), 0.75) - quantile_cont(CAST("age" AS DOUBLE), 0.25)) AS "most_1", quantile_cont(CAST("spend" AS DOUBLE), 0.25) FILTER (isfinite("spend")) - 1.5 * (quantile_cont(CAST("spend" AS DOUBLE), 0.75) FILTER (isfinite("spend")) - quantile_cont(CAST("spend" AS DOUBLE), 0.25) FILTER (isfinite("spend"))) AS "least_2", quantile_cont(CAST("spend" AS DOUBLE), 0.75) FILTER (isfinite("spend")) + 1.5 * (quantile_cont(CAST("spend" AS DOUBLE), 0.75) FILTER (isfinite("spend")) - quantile_cont(CAST("spend" AS DOUBLE), 0.25) FILTER (isfinite("spend"))) AS "most_2" FROM "people") AS "of_group"
)
SELECT *
FROM "step_1";

-- {"columns":["spend"],"find":"z","by":["city"],"do":"cap"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "groups" AS MATERIALIZED (SELECT "city" AS "key_1", avg(CAST("spend" AS DOUBLE)) FILTER (isfinite("spend")) - 3 * stddev_samp(CAST("spend" AS DOUBLE)) FILTER (isfinite("spend")) AS "least_1", avg(CAST("spend" AS DOUBLE)) FILTER (isfinite("spend")) + 3 * stddev_samp(CAST("spend" AS DOUBLE)) FILTER (isfinite("spend")) AS "most_1" FROM "people" GROUP BY ALL)
  SELECT
    it.* EXCLUDE ("of_group") REPLACE (
    CASE WHEN it."spend" < "of_group"."least_1" THEN "of_group"."least_1" WHEN it."spend" > "of_group"."most_1" THEN "of_group"."most_1" ELSE it."spend" END AS "spend"
  )
  FROM (
    SELECT *, (SELECT "groups" FROM "groups" WHERE "groups"."key_1" IS NOT DISTINCT FROM it."city") AS "of_group"
    FROM "people" AS it
  ) AS it
)
SELECT *
FROM "step_1";

-- {"columns":["age"],"find":"mad","do":"clear"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.* REPLACE (
    CASE WHEN coalesce(it."age" < "of_group"."least_1", false) OR coalesce(it."age" > "of_group"."most_1", false) THEN NULL ELSE it."age" END AS "age"
  )
  FROM "people" AS it
  CROSS JOIN (SELECT median(CAST("age" AS DOUBLE)) - 3.5 * 1.4826 * mad(CAST("age" AS DOUBLE)) AS "least_1", median(CAST("age" AS DOUBLE)) + 3.5 * 1.4826 * mad(CAST("age" AS DOUBLE)) AS "most_1" FROM "people") AS "of_group"
)
SELECT *
FROM "step_1";

-- {"columns":["age"],"find":"percent","percent":10,"do":"drop"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * EXCLUDE ("is_outlier")
  FROM (
  SELECT
    it.*,
    coalesce(it."age" < "of_group"."least_1", false) OR coalesce(it."age" > "of_group"."most_1", false) AS "is_outlier"
  FROM "people" AS it
  CROSS JOIN (SELECT quantile_cont(CAST("age" AS DOUBLE), 0.1) AS "least_1", quantile_cont(CAST("age" AS DOUBLE), 0.9) AS "most_1" FROM "people") AS "of_group"
  )
  WHERE "is_outlier" IS NOT TRUE
)
SELECT *
FROM "step_1";

-- {"columns":["age","spend"],"find":"hand","least":0,"most":100,"do":"cap"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN it."age" < CAST(0 AS DOUBLE) THEN CAST(ceil(CAST(0 AS DOUBLE)) AS BIGINT) WHEN it."age" > CAST(100 AS DOUBLE) THEN CAST(floor(CAST(100 AS DOUBLE)) AS BIGINT) ELSE it."age" END AS "age",
    CASE WHEN it."spend" < CAST(0 AS DOUBLE) THEN CAST(0 AS DOUBLE) WHEN it."spend" > CAST(100 AS DOUBLE) THEN CAST(100 AS DOUBLE) ELSE it."spend" END AS "spend"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"by":["city"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "city",
    count(*) AS "count"
  FROM "people"
  GROUP BY 1
  ORDER BY 1
)
SELECT *
FROM "step_1";

-- {"by":[{"column":"day","unit":"month"},"ok"],"values":[{"function":"sum","column":"spend","name":"total"},{"function":"mean","column":"age"},{"function":"joined","column":"name"},{"function":"share","column":"spend"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    CAST(date_trunc('month', "day") AS DATE) AS "day_month",
    "ok",
    sum("spend") AS "total",
    avg("age") AS "mean_age",
    string_agg(DISTINCT CAST("name" AS VARCHAR), ', ' ORDER BY CAST("name" AS VARCHAR)) AS "joined_name",
    sum("spend") / nullif(sum(sum("spend")) OVER (), 0) AS "share_spend"
  FROM "people"
  GROUP BY 1, 2
  ORDER BY 1, 2
)
SELECT *
FROM "step_1";

-- {"values":[{"function":"first","column":"name"},{"function":"list","column":"id"},{"function":"mode","column":"city"},{"function":"quantile","column":"age","quantile":0.25}],"order":["age"]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    first("name" ORDER BY "age" ASC NULLS LAST, "row_no") AS "first_name",
    list("id" ORDER BY "age" ASC NULLS LAST, "row_no") AS "list_id",
    mode("city") AS "mode_city",
    quantile_cont("age", 0.25) AS "quantile_age"
  FROM (SELECT *, row_number() OVER () AS "row_no" FROM "people")
)
SELECT *
FROM "step_1";

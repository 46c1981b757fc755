-- {"values":[{"function":"count"},{"function":"mean","column":"spend"}],"by":["city"]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "groups" AS MATERIALIZED (SELECT "city" AS "key_1", count(*) AS "value_1", avg("spend") AS "value_2" FROM "people" GROUP BY ALL)
  SELECT
    it.* EXCLUDE ("of_group"),
    "of_group"."value_1" AS "count",
    "of_group"."value_2" AS "mean_spend"
  FROM (
    SELECT *, (SELECT "groups" FROM "groups" WHERE "groups"."key_1" IS NOT DISTINCT FROM it."city") AS "of_group"
    FROM "people" AS it
  ) AS it
)
SELECT *
FROM "step_1";

-- {"values":[{"function":"share","column":"spend"},{"function":"difference","column":"age","name":"off"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.*,
    it."spend" / nullif("of_group"."value_1", 0) AS "share_spend",
    it."age" - "of_group"."value_2" AS "off"
  FROM "people" AS it
  CROSS JOIN (SELECT sum("spend") AS "value_1", avg("age") AS "value_2" FROM "people") AS "of_group"
)
SELECT *
FROM "step_1";

-- {"values":[{"function":"rank"},{"function":"running-total","column":"spend"},{"function":"median","column":"age"},{"function":"previous","column":"day","away":2}],"by":["city","ok"],"order":[{"column":"spend","direction":"down"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.*,
    made."rank",
    made."running_total_spend",
    made."median_age",
    made."previous_day"
  FROM (SELECT * FROM "people" OFFSET 0) AS it
  POSITIONAL JOIN (
    SELECT
      rank() OVER (PARTITION BY "city", "ok" ORDER BY "spend" DESC NULLS LAST) AS "rank",
      sum("spend") OVER (PARTITION BY "city", "ok" ORDER BY "spend" DESC NULLS LAST, "row_no" ROWS UNBOUNDED PRECEDING) AS "running_total_spend",
      median("age") OVER (PARTITION BY "city", "ok") AS "median_age",
      lag("day", 2) OVER (PARTITION BY "city", "ok" ORDER BY "spend" DESC NULLS LAST, "row_no") AS "previous_day"
    FROM (SELECT "city", "ok", "spend", "age", "day", CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS numbered
    ORDER BY numbered."row_no"
  ) AS made
)
SELECT *
FROM "step_1";

-- {"values":[{"function":"row"},{"function":"moving-mean","column":"age","rows":3},{"function":"last","column":"tags"}]}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    it.*,
    made."row",
    made."moving_mean_age",
    made."last_tags"
  FROM (SELECT * FROM "people" OFFSET 0) AS it
  POSITIONAL JOIN (
    SELECT
      row_number() OVER (ORDER BY "row_no") AS "row",
      avg("age") OVER (ORDER BY "row_no" ROWS 2 PRECEDING) AS "moving_mean_age",
      last_value("tags") OVER (ORDER BY "row_no" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "last_tags"
    FROM (SELECT "age", "tags", CAST(row_number() OVER () AS UINTEGER) AS "row_no" FROM "people") AS numbered
    ORDER BY numbered."row_no"
  ) AS made
)
SELECT *
FROM "step_1";

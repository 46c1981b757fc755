-- {"customer":"name","event":"city"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "events" AS (SELECT "name" AS who, CAST("city" AS VARCHAR) AS stage, 0 AS seen FROM "people" WHERE "name" IS NOT NULL AND "city" IS NOT NULL),
  reached_1 AS (SELECT who, min("events".seen) AS seen FROM "events" WHERE "events".stage = '上海' GROUP BY who),
  reached_2 AS (SELECT who, min("events".seen) AS seen FROM "events" JOIN reached_1 AS before USING (who) WHERE "events".stage = ' 北京市' AND "events".seen >= before.seen GROUP BY who),
  reached_3 AS (SELECT who, min("events".seen) AS seen FROM "events" JOIN reached_2 AS before USING (who) WHERE "events".stage = 'Beijing' AND "events".seen >= before.seen GROUP BY who),
  reached_4 AS (SELECT who, min("events".seen) AS seen FROM "events" JOIN reached_3 AS before USING (who) WHERE "events".stage = '北京' AND "events".seen >= before.seen GROUP BY who)
  SELECT CAST(place AS INTEGER) AS place, stage, CAST(reached AS BIGINT) AS reached,
    reached / nullif(first(reached) OVER steps, 0) AS share_of_first,
    reached / nullif(lag(reached) OVER steps, 0) AS share_of_previous
  FROM (SELECT 1 AS place, '上海' AS stage, count(*) AS reached FROM reached_1
    UNION ALL SELECT 2 AS place, ' 北京市' AS stage, count(*) AS reached FROM reached_2
    UNION ALL SELECT 3 AS place, 'Beijing' AS stage, count(*) AS reached FROM reached_3
    UNION ALL SELECT 4 AS place, '北京' AS stage, count(*) AS reached FROM reached_4)
  WINDOW steps AS (ORDER BY place)
  ORDER BY place
)
SELECT *
FROM "step_1";

-- {"customer":"name","event":"city","stages":["北京","上海"],"date":"at"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH "events" AS (SELECT "name" AS who, CAST("city" AS VARCHAR) AS stage, "at" AS seen FROM "people" WHERE "name" IS NOT NULL AND "city" IS NOT NULL AND "at" IS NOT NULL),
  reached_1 AS (SELECT who, min("events".seen) AS seen FROM "events" WHERE "events".stage = '北京' GROUP BY who),
  reached_2 AS (SELECT who, min("events".seen) AS seen FROM "events" JOIN reached_1 AS before USING (who) WHERE "events".stage = '上海' AND "events".seen >= before.seen GROUP BY who)
  SELECT CAST(place AS INTEGER) AS place, stage, CAST(reached AS BIGINT) AS reached,
    reached / nullif(first(reached) OVER steps, 0) AS share_of_first,
    reached / nullif(lag(reached) OVER steps, 0) AS share_of_previous
  FROM (SELECT 1 AS place, '北京' AS stage, count(*) AS reached FROM reached_1
    UNION ALL SELECT 2 AS place, '上海' AS stage, count(*) AS reached FROM reached_2)
  WINDOW steps AS (ORDER BY place)
  ORDER BY place
)
SELECT *
FROM "step_1";

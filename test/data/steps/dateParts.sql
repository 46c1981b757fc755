-- {"column":"day","parts":[{"part":"year-month","name":"month"},"weekday-name","age-years"],"language":"zh","date":"2024-06-30"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day",
    strftime("day", '%Y-%m') AS "month",
    ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'][isodow("day")] AS "day_weekday_name",
    date_sub('year', "day", DATE '2024-06-30') AS "day_age_years",
    "at", "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

-- {"column":"at","parts":["start-of-quarter","hour","age-days"],"until":"column","end":"day"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT
    "id", "city", "name", "age", "spend", "day", "at",
    CAST(date_trunc('quarter', "at") AS DATE) AS "at_start_of_quarter",
    hour("at") AS "at_hour",
    date_sub('day', "at", "day") AS "at_age_days",
    "ok", "tags", "info", "written", "phone"
  FROM "people"
)
SELECT *
FROM "step_1";

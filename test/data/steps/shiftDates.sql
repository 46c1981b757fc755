-- {"columns":["day","at"],"person":"name","days":14}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN isfinite("day") THEN "day" + (CAST(floor((md5_number_lower($quire_salt_main || coalesce(CAST("name" AS VARCHAR), '')) / 18446744073709551616.0) * 28) AS INTEGER) - CASE WHEN CAST(floor((md5_number_lower($quire_salt_main || coalesce(CAST("name" AS VARCHAR), '')) / 18446744073709551616.0) * 28) AS INTEGER) < 14 THEN 14 ELSE 13 END) ELSE "day" END AS "day",
    CASE WHEN isfinite(CAST("at" AS TIMESTAMP)) THEN CAST("at" + to_days((CAST(floor((md5_number_lower($quire_salt_main || coalesce(CAST("name" AS VARCHAR), '')) / 18446744073709551616.0) * 28) AS INTEGER) - CASE WHEN CAST(floor((md5_number_lower($quire_salt_main || coalesce(CAST("name" AS VARCHAR), '')) / 18446744073709551616.0) * 28) AS INTEGER) < 14 THEN 14 ELSE 13 END)) AS TIMESTAMP) ELSE "at" END AS "at"
  )
  FROM "people"
)
SELECT *
FROM "step_1";

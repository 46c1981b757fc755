-- {"name":"name","phone":"phone"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH RECURSIVE near_rows AS MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people"),
  near_clean AS MATERIALIZED (SELECT "row_no" AS r, nullif(array_to_string(list_sort(list_filter(string_split_regex(regexp_replace(lower(strip_accents(nfc_normalize("name"))), '([\p{Han}])\s+', '\1', 'g'), '[^\p{L}\p{N}]+'), part -> part <> '')), ' '), '') AS c_name, nullif(right(regexp_replace(CAST("phone" AS VARCHAR), '\D+', '', 'g'), 11), '') AS c_phone FROM near_rows),
  near_name AS MATERIALIZED (
    SELECT c_name, count(*) / any_value(total) AS share
    FROM near_clean, (SELECT greatest(count(*), 20000)::DOUBLE AS total FROM near_clean)
    WHERE c_name IS NOT NULL
    GROUP BY c_name
  ),
  near_phone AS MATERIALIZED (
    SELECT c_phone, count(*) / any_value(total) AS share
    FROM near_clean, (SELECT greatest(count(*), 20000)::DOUBLE AS total FROM near_clean)
    WHERE c_phone IS NOT NULL
    GROUP BY c_phone
  ),
  near_keys AS MATERIALIZED (
    SELECT r, hash('name0', c_name) AS key FROM near_clean WHERE c_name IS NOT NULL
    UNION ALL SELECT r, hash('phone0', CASE WHEN length(c_phone) >= 7 THEN left(c_phone, 7) END) AS key FROM near_clean WHERE CASE WHEN length(c_phone) >= 7 THEN left(c_phone, 7) END IS NOT NULL
    UNION ALL SELECT r, hash('phone1', CASE WHEN length(c_phone) >= 7 THEN right(c_phone, 7) END) AS key FROM near_clean WHERE CASE WHEN length(c_phone) >= 7 THEN right(c_phone, 7) END IS NOT NULL
  ),
  near_blocks AS MATERIALIZED (
    SELECT * FROM near_keys
    WHERE key IN (SELECT key FROM near_keys GROUP BY key HAVING count(*) BETWEEN 2 AND 60)
  ),
  near_candidates AS MATERIALIZED (
    SELECT DISTINCT one.r AS r1, other.r AS r2
    FROM near_blocks AS one JOIN near_blocks AS other ON one.key = other.key AND one.r < other.r
  ),
  near_weighed AS MATERIALIZED (
    SELECT r1, r2, CASE
      WHEN one_.c_name IS NULL OR other_.c_name IS NULL THEN 0
      WHEN one_.c_name = other_.c_name THEN log2(0.8 / of_name.share)
      WHEN jaro_winkler_similarity(one_.c_name, other_.c_name) >= 0.85 OR replace(one_.c_name, ' ', '') = replace(other_.c_name, ' ', '') THEN log2(0.15 / (20 * of_name.share + 0.005))
      ELSE -4
    END + CASE
      WHEN one_.c_phone IS NULL OR other_.c_phone IS NULL THEN 0
      WHEN one_.c_phone = other_.c_phone THEN log2(0.75 / of_phone.share)
      WHEN damerau_levenshtein(one_.c_phone, other_.c_phone) <= 1 THEN log2(0.1 / (20 * of_phone.share))
      ELSE -2
    END - log2((SELECT greatest(count(*), 2) FROM near_clean)) AS weight
    FROM near_candidates
    JOIN near_clean AS one_ ON one_.r = r1
    JOIN near_clean AS other_ ON other_.r = r2
    LEFT JOIN near_name AS of_name ON of_name.c_name = one_.c_name
    LEFT JOIN near_phone AS of_phone ON of_phone.c_phone = one_.c_phone
  ),
  near_pairs AS MATERIALIZED (
    SELECT r1, r2, round(1 / (1 + pow(2, -weight)), 3) AS score
    FROM near_weighed
  WHERE weight >= 3
  ),
  near_edges AS MATERIALIZED (
    SELECT r1 AS a, r2 AS b, score FROM near_pairs UNION ALL SELECT r2, r1, score FROM near_pairs
  ),
  near_linked(r, g) USING KEY (r) AS (
    SELECT a, least(a, min(b)) FROM near_edges GROUP BY a
    UNION
    SELECT edge.b, min(linked.g)
    FROM near_linked AS linked
    JOIN near_edges AS edge ON edge.a = linked.r
    JOIN recurring.near_linked AS known ON known.r = edge.b
    GROUP BY edge.b, known.g
    HAVING min(linked.g) < known.g
  ),
  near_groups AS MATERIALIZED (
    SELECT r, g, dense_rank() OVER (ORDER BY g) AS grp, score
    FROM near_linked
    JOIN (SELECT a, max(score) AS score FROM near_edges GROUP BY a) ON a = r
  )
  SELECT it.* EXCLUDE ("row_no"), of_group.grp AS "same_group", of_group.score AS "same_score"
  FROM near_rows AS it
  LEFT JOIN near_groups AS of_group ON it."row_no" = of_group.r
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

-- {"name":"name","phone":"phone","address":"city","then":"merge","sure":"loose"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH RECURSIVE near_rows AS MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people"),
  near_clean AS MATERIALIZED (SELECT "row_no" AS r, nullif(array_to_string(list_sort(list_filter(string_split_regex(regexp_replace(lower(strip_accents(nfc_normalize("name"))), '([\p{Han}])\s+', '\1', 'g'), '[^\p{L}\p{N}]+'), part -> part <> '')), ' '), '') AS c_name, nullif(right(regexp_replace(CAST("phone" AS VARCHAR), '\D+', '', 'g'), 11), '') AS c_phone, nullif(regexp_replace(lower(nfc_normalize("city")), '[^\p{L}\p{N}]+|[省市区县号栋幢室楼]|\b(street|st|road|rd|avenue|ave)\b', '', 'g'), '') AS c_address FROM near_rows),
  near_name AS MATERIALIZED (
    SELECT c_name, count(*) / any_value(total) AS share
    FROM near_clean, (SELECT greatest(count(*), 20000)::DOUBLE AS total FROM near_clean)
    WHERE c_name IS NOT NULL
    GROUP BY c_name
  ),
  near_phone AS MATERIALIZED (
    SELECT c_phone, count(*) / any_value(total) AS share
    FROM near_clean, (SELECT greatest(count(*), 20000)::DOUBLE AS total FROM near_clean)
    WHERE c_phone IS NOT NULL
    GROUP BY c_phone
  ),
  near_address AS MATERIALIZED (
    SELECT c_address, count(*) / any_value(total) AS share
    FROM near_clean, (SELECT greatest(count(*), 20000)::DOUBLE AS total FROM near_clean)
    WHERE c_address IS NOT NULL
    GROUP BY c_address
  ),
  near_keys AS MATERIALIZED (
    SELECT r, hash('name0', c_name) AS key FROM near_clean WHERE c_name IS NOT NULL
    UNION ALL SELECT r, hash('phone0', CASE WHEN length(c_phone) >= 7 THEN left(c_phone, 7) END) AS key FROM near_clean WHERE CASE WHEN length(c_phone) >= 7 THEN left(c_phone, 7) END IS NOT NULL
    UNION ALL SELECT r, hash('phone1', CASE WHEN length(c_phone) >= 7 THEN right(c_phone, 7) END) AS key FROM near_clean WHERE CASE WHEN length(c_phone) >= 7 THEN right(c_phone, 7) END IS NOT NULL
    UNION ALL SELECT r, hash('address0', c_address) AS key FROM near_clean WHERE c_address IS NOT NULL
    UNION ALL SELECT r, hash('address1', left(c_name, 1), right(c_address, 6)) AS key FROM near_clean WHERE left(c_name, 1) IS NOT NULL AND right(c_address, 6) IS NOT NULL
  ),
  near_blocks AS MATERIALIZED (
    SELECT * FROM near_keys
    WHERE key IN (SELECT key FROM near_keys GROUP BY key HAVING count(*) BETWEEN 2 AND 60)
  ),
  near_candidates AS MATERIALIZED (
    SELECT DISTINCT one.r AS r1, other.r AS r2
    FROM near_blocks AS one JOIN near_blocks AS other ON one.key = other.key AND one.r < other.r
  ),
  near_weighed AS MATERIALIZED (
    SELECT r1, r2, CASE
      WHEN one_.c_name IS NULL OR other_.c_name IS NULL THEN 0
      WHEN one_.c_name = other_.c_name THEN log2(0.8 / of_name.share)
      WHEN jaro_winkler_similarity(one_.c_name, other_.c_name) >= 0.85 OR replace(one_.c_name, ' ', '') = replace(other_.c_name, ' ', '') THEN log2(0.15 / (20 * of_name.share + 0.005))
      ELSE -4
    END + CASE
      WHEN one_.c_phone IS NULL OR other_.c_phone IS NULL THEN 0
      WHEN one_.c_phone = other_.c_phone THEN log2(0.75 / of_phone.share)
      WHEN damerau_levenshtein(one_.c_phone, other_.c_phone) <= 1 THEN log2(0.1 / (20 * of_phone.share))
      ELSE -2
    END + CASE
      WHEN one_.c_address IS NULL OR other_.c_address IS NULL THEN 0
      WHEN one_.c_address = other_.c_address THEN log2(0.7 / of_address.share)
      WHEN damerau_levenshtein(one_.c_address, other_.c_address) <= greatest(2, length(one_.c_address) * 0.25) THEN log2(0.2 / (20 * of_address.share))
      ELSE -3
    END - log2((SELECT greatest(count(*), 2) FROM near_clean)) AS weight
    FROM near_candidates
    JOIN near_clean AS one_ ON one_.r = r1
    JOIN near_clean AS other_ ON other_.r = r2
    LEFT JOIN near_name AS of_name ON of_name.c_name = one_.c_name
    LEFT JOIN near_phone AS of_phone ON of_phone.c_phone = one_.c_phone
    LEFT JOIN near_address AS of_address ON of_address.c_address = one_.c_address
  ),
  near_pairs AS MATERIALIZED (
    SELECT r1, r2, round(1 / (1 + pow(2, -weight)), 3) AS score
    FROM near_weighed
  WHERE weight >= 0
  ),
  near_edges AS MATERIALIZED (
    SELECT r1 AS a, r2 AS b, score FROM near_pairs UNION ALL SELECT r2, r1, score FROM near_pairs
  ),
  near_linked(r, g) USING KEY (r) AS (
    SELECT a, least(a, min(b)) FROM near_edges GROUP BY a
    UNION
    SELECT edge.b, min(linked.g)
    FROM near_linked AS linked
    JOIN near_edges AS edge ON edge.a = linked.r
    JOIN recurring.near_linked AS known ON known.r = edge.b
    GROUP BY edge.b, known.g
    HAVING min(linked.g) < known.g
  ),
  near_groups AS MATERIALIZED (
    SELECT r, g, dense_rank() OVER (ORDER BY g) AS grp, score
    FROM near_linked
    JOIN (SELECT a, max(score) AS score FROM near_edges GROUP BY a) ON a = r
  )
  SELECT coalesce(it."id", of_all."id") AS "id", coalesce(it."city", of_all."city") AS "city", coalesce(it."name", of_all."name") AS "name", coalesce(it."age", of_all."age") AS "age", coalesce(it."spend", of_all."spend") AS "spend", coalesce(it."day", of_all."day") AS "day", coalesce(it."at", of_all."at") AS "at", coalesce(it."ok", of_all."ok") AS "ok", coalesce(it."tags", of_all."tags") AS "tags", coalesce(it."info", of_all."info") AS "info", coalesce(it."written", of_all."written") AS "written", coalesce(it."phone", of_all."phone") AS "phone"
  FROM near_rows AS it
  LEFT JOIN (
    SELECT arg_min(it."row_no", (CAST(it."id" IS NULL AS INTEGER) + CAST(it."city" IS NULL AS INTEGER) + CAST(it."name" IS NULL AS INTEGER) + CAST(it."age" IS NULL AS INTEGER) + CAST(it."spend" IS NULL AS INTEGER) + CAST(it."day" IS NULL AS INTEGER) + CAST(it."at" IS NULL AS INTEGER) + CAST(it."ok" IS NULL AS INTEGER) + CAST(it."tags" IS NULL AS INTEGER) + CAST(it."info" IS NULL AS INTEGER) + CAST(it."written" IS NULL AS INTEGER) + CAST(it."phone" IS NULL AS INTEGER), it."row_no")) AS kept, first(it."id" ORDER BY it."row_no") FILTER (it."id" IS NOT NULL) AS "id", first(it."city" ORDER BY it."row_no") FILTER (it."city" IS NOT NULL) AS "city", first(it."name" ORDER BY it."row_no") FILTER (it."name" IS NOT NULL) AS "name", first(it."age" ORDER BY it."row_no") FILTER (it."age" IS NOT NULL) AS "age", first(it."spend" ORDER BY it."row_no") FILTER (it."spend" IS NOT NULL) AS "spend", first(it."day" ORDER BY it."row_no") FILTER (it."day" IS NOT NULL) AS "day", first(it."at" ORDER BY it."row_no") FILTER (it."at" IS NOT NULL) AS "at", first(it."ok" ORDER BY it."row_no") FILTER (it."ok" IS NOT NULL) AS "ok", first(it."tags" ORDER BY it."row_no") FILTER (it."tags" IS NOT NULL) AS "tags", first(it."info" ORDER BY it."row_no") FILTER (it."info" IS NOT NULL) AS "info", first(it."written" ORDER BY it."row_no") FILTER (it."written" IS NOT NULL) AS "written", first(it."phone" ORDER BY it."row_no") FILTER (it."phone" IS NOT NULL) AS "phone"
    FROM near_rows AS it JOIN near_groups AS of_group ON it."row_no" = of_group.r
    GROUP BY of_group.g
  ) AS of_all ON it."row_no" = of_all.kept
  WHERE of_all.kept IS NOT NULL OR it."row_no" NOT IN (SELECT r FROM near_groups)
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

-- {"phone":"phone","then":"first","key":"id","apart":[{"one":"1","other":"2"}]}
WITH "step_1" AS NOT MATERIALIZED (
  WITH RECURSIVE near_rows AS MATERIALIZED (SELECT *, row_number() OVER () AS "row_no" FROM "people"),
  near_clean AS MATERIALIZED (SELECT "row_no" AS r, nullif(right(regexp_replace(CAST("phone" AS VARCHAR), '\D+', '', 'g'), 11), '') AS c_phone FROM near_rows),
  near_phone AS MATERIALIZED (
    SELECT c_phone, count(*) / any_value(total) AS share
    FROM near_clean, (SELECT greatest(count(*), 20000)::DOUBLE AS total FROM near_clean)
    WHERE c_phone IS NOT NULL
    GROUP BY c_phone
  ),
  near_keys AS MATERIALIZED (
    SELECT r, hash('phone0', CASE WHEN length(c_phone) >= 7 THEN left(c_phone, 7) END) AS key FROM near_clean WHERE CASE WHEN length(c_phone) >= 7 THEN left(c_phone, 7) END IS NOT NULL
    UNION ALL SELECT r, hash('phone1', CASE WHEN length(c_phone) >= 7 THEN right(c_phone, 7) END) AS key FROM near_clean WHERE CASE WHEN length(c_phone) >= 7 THEN right(c_phone, 7) END IS NOT NULL
  ),
  near_blocks AS MATERIALIZED (
    SELECT * FROM near_keys
    WHERE key IN (SELECT key FROM near_keys GROUP BY key HAVING count(*) BETWEEN 2 AND 60)
  ),
  near_candidates AS MATERIALIZED (
    SELECT DISTINCT one.r AS r1, other.r AS r2
    FROM near_blocks AS one JOIN near_blocks AS other ON one.key = other.key AND one.r < other.r
  ),
  near_weighed AS MATERIALIZED (
    SELECT r1, r2, CASE
      WHEN one_.c_phone IS NULL OR other_.c_phone IS NULL THEN 0
      WHEN one_.c_phone = other_.c_phone THEN log2(0.75 / of_phone.share)
      WHEN damerau_levenshtein(one_.c_phone, other_.c_phone) <= 1 THEN log2(0.1 / (20 * of_phone.share))
      ELSE -2
    END - log2((SELECT greatest(count(*), 2) FROM near_clean)) AS weight
    FROM near_candidates
    JOIN near_clean AS one_ ON one_.r = r1
    JOIN near_clean AS other_ ON other_.r = r2
    LEFT JOIN near_phone AS of_phone ON of_phone.c_phone = one_.c_phone
  ),
  near_pairs AS MATERIALIZED (
    SELECT r1, r2, round(1 / (1 + pow(2, -weight)), 3) AS score
    FROM near_weighed
  JOIN near_rows AS one ON one."row_no" = r1
  JOIN near_rows AS other ON other."row_no" = r2
  WHERE weight >= 3 AND (one."id", other."id") NOT IN ((1, 2), (2, 1))
  ),
  near_edges AS MATERIALIZED (
    SELECT r1 AS a, r2 AS b, score FROM near_pairs UNION ALL SELECT r2, r1, score FROM near_pairs
  ),
  near_linked(r, g) USING KEY (r) AS (
    SELECT a, least(a, min(b)) FROM near_edges GROUP BY a
    UNION
    SELECT edge.b, min(linked.g)
    FROM near_linked AS linked
    JOIN near_edges AS edge ON edge.a = linked.r
    JOIN recurring.near_linked AS known ON known.r = edge.b
    GROUP BY edge.b, known.g
    HAVING min(linked.g) < known.g
  ),
  near_groups AS MATERIALIZED (
    SELECT r, g, dense_rank() OVER (ORDER BY g) AS grp, score
    FROM near_linked
    JOIN (SELECT a, max(score) AS score FROM near_edges GROUP BY a) ON a = r
  )
  SELECT it."id", it."city", it."name", it."age", it."spend", it."day", it."at", it."ok", it."tags", it."info", it."written", it."phone"
  FROM near_rows AS it
  LEFT JOIN (
    SELECT min(it."row_no") AS kept
    FROM near_rows AS it JOIN near_groups AS of_group ON it."row_no" = of_group.r
    GROUP BY of_group.g
  ) AS of_all ON it."row_no" = of_all.kept
  WHERE of_all.kept IS NOT NULL OR it."row_no" NOT IN (SELECT r FROM near_groups)
  ORDER BY it."row_no"
)
SELECT *
FROM "step_1";

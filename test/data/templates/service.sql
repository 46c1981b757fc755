-- What the service report says of the sample company, asked of the files themselves.
WITH tickets AS (
  SELECT
    ticket_id,
    trim(category) AS category,
    nullif(agent, '无') AS agent,
    CAST(opened_at AS TIMESTAMP) AS opened,
    CAST(first_response_minutes AS DOUBLE) AS response,
    CAST(resolved_hours AS DOUBLE) AS hours,
    CAST(satisfaction AS DOUBLE) AS mark,
    text
  FROM (SELECT DISTINCT * FROM read_csv('samples/tickets.csv', all_varchar = true))
), contacts AS (
  SELECT
    coalesce(
      try_strptime(contacted_on, '%Y-%m-%d'), try_strptime(contacted_on, '%Y/%m/%d'), try_strptime(contacted_on, '%d-%b-%y')
    ) AS contacted,
    CASE method WHEN '电话' THEN 'Phone' WHEN '微信' THEN 'WeChat' WHEN '邮件' THEN 'E-mail' ELSE method END AS method,
    TRY_CAST(duration_seconds AS DOUBLE) AS duration
  FROM (SELECT DISTINCT * FROM read_csv('samples/contacts.csv', all_varchar = true))
)
SELECT to_json({
  'tickets': count(*),
  'first': min(opened)::DATE,
  'last': max(opened)::DATE,
  'september': count(*) FILTER (opened >= '2025-09-01'),
  'august': count(*) FILTER (opened >= '2025-08-01' AND opened < '2025-09-01'),
  'response': median(response),
  'in_time': round(100.0 * count(*) FILTER (response <= 60) / count(response), 1),
  'in_half_an_hour': round(100.0 * count(*) FILTER (response <= 30) / count(response), 1),
  'hours': round(median(hours), 1),
  'open': count(*) FILTER (hours IS NULL),
  'rated': count(mark),
  'content': round(100.0 * count(*) FILTER (mark >= 4) / count(mark), 1),
  'mark': round(avg(mark), 2),
  'mark_in_time': round(avg(mark) FILTER (response <= 60), 2),
  'mark_late': round(avg(mark) FILTER (response > 60), 2),
  -- the Monday of the busiest week of the first year
  'week': (
    SELECT date_trunc('week', opened)::DATE FROM tickets WHERE opened < '2024-01-01' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1
  ),
  'backlog': count(*) FILTER (
    opened < '2023-11-20' AND (hours IS NULL OR opened + to_minutes(round(hours * 60)::BIGINT) >= '2023-11-20')
  ),
  'slowest': (SELECT category FROM tickets GROUP BY 1 ORDER BY median(response) DESC LIMIT 1),
  'slowest_minutes': (SELECT median(response) FROM tickets GROUP BY category ORDER BY 1 DESC LIMIT 1),
  'unnamed': count(*) FILTER (agent IS NULL),
  'please_hurry': count(*) FILTER (contains(text, '麻烦尽快处理')),
  'logistics': count(*) FILTER (category = '物流'),
  'contacts': (SELECT count(*) FROM contacts),
  'contacts_first': (SELECT min(contacted)::DATE FROM contacts),
  'contacts_last': (SELECT max(contacted)::DATE FROM contacts),
  'phone': (SELECT count(*) FROM contacts WHERE method = 'Phone'),
  'timed': (SELECT count(duration) FROM contacts),
  'duration': (SELECT median(duration) FROM contacts),
  'talked': (SELECT round(sum(duration) / 3600, 1) FROM contacts)
})
FROM tickets;

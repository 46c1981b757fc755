-- {"columns":["phone"],"to":"number","failing":"beside"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH odd AS (
    SELECT DISTINCT it."phone" AS given FROM "people" AS it WHERE NOT regexp_full_match(it."phone", '[-+]?(\d{1,15}|\d{1,7}\.\d{1,8})|[-+]?[1-9]\d{0,2}(\,\d{3}){1,3}(\.\d{1,3})?')
  ),
  odd_parts AS (
    SELECT given, regexp_extract(upper(trim(CASE WHEN regexp_matches(given, '[！-～    　−﹣’￥￡￦]') THEN translate(given, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE given END)), '^((?:[^\d.,]*[A-Z][.])?[^\d.,]*)((?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|[1-9]\d{0,2}(?:''\d{3})+|[1-9]\d?(?:,\d{2})+,\d{3}|\d+)(?:\.\d*)?|\.\d+)(E[-+]?[12]?\d{1,2})?([^\d]*)$', ['head', 'mantissa', 'exponent', 'tail']) AS part FROM odd
  ),
  odd_figures AS (
    SELECT given, CASE
      WHEN part.mantissa = '' OR marks NOT IN ('', '-', '+', '()') THEN NULL
      WHEN NOT regexp_full_match(units, '|(?:¥|[A-Z]{0,2}\$|€|£|₹|₩|₽|₺|₫|฿|₪|元|圆|圓|块|円|원|人民币|美元|美金|日元|日圆|港元|港币|港幣|新台币|新台幣|台币|新加坡元|澳元|加元|欧元|歐元|英镑|英鎊|瑞士法郎|韩元|泰铢|CNY|RMB|CN¥|JPY|JP¥|USD|HKD|TWD|SGD|AUD|CAD|BRL|EUR|EUROS?|GBP|CHF|FR|SFR|KR|SEK|NOK|DKK|INR|RS|KRW|RUB|РУБ|ZŁ|PLN|KČ|CZK|FT|HUF|TRY|TL|VND|THB|ILS|ZAR|MXN)\.?|¥[|](?:元|RMB|CNY)') THEN NULL
      WHEN (power <> '')::INT + (contains(part.tail, '%'))::INT + (part.exponent <> '')::INT > 1 THEN NULL
      WHEN contains(part.tail, '%') AND units <> '' THEN NULL
      ELSE concat(CASE WHEN marks IN ('-', '()') THEN '-' END, regexp_replace(part.mantissa, '[, '']', '', 'g'), part.exponent,
        CASE power WHEN '千' THEN 'e3' WHEN '万' THEN 'e4' WHEN '萬' THEN 'e4' WHEN '百万' THEN 'e6' WHEN '千万' THEN 'e7' WHEN '亿' THEN 'e8' WHEN '億' THEN 'e8' WHEN '万亿' THEN 'e12' ELSE CASE WHEN contains(part.tail, '%') THEN 'e-2' ELSE '' END END)
      END AS figures
    FROM (SELECT *,
      regexp_replace(part.head || part.tail, '[^-+()]', '', 'g') AS marks,
      regexp_extract(part.tail, '^ *(百万|千万|万亿|[千万萬亿億])', 1) AS power,
      trim(regexp_replace(part.head, '[-+() ]', '', 'g') || '|' || regexp_replace(regexp_replace(part.tail, '^ *(?:百万|千万|万亿|[千万萬亿億])', ''), '[-+()% ]', '', 'g'), '|') AS units
      FROM odd_parts)
  ),
  odd_read AS MATERIALIZED (
    SELECT given, CASE WHEN isfinite(number) AND (length(trim(replace(ltrim(split_part(lower(figures), 'e', 1), '-'), '.', ''), '0')) <= 15
      OR trim(replace(ltrim(split_part(lower(figures), 'e', 1), '-'), '.', ''), '0') = trim(replace(ltrim(split_part(lower(CAST(number AS VARCHAR)), 'e', 1), '-'), '.', ''), '0')) THEN number END AS value
    FROM (SELECT given, figures, TRY_CAST(figures AS DOUBLE) AS number FROM odd_figures)
  )
  SELECT * REPLACE (
    CASE
      WHEN regexp_full_match(it."phone", '[-+]?(\d{1,15}|\d{1,7}\.\d{1,8})') THEN TRY_CAST(it."phone" AS DOUBLE)
      WHEN regexp_full_match(it."phone", '[-+]?[1-9]\d{0,2}(\,\d{3}){1,3}(\.\d{1,3})?') THEN TRY_CAST(replace(it."phone", ',', '') AS DOUBLE)
      ELSE (SELECT value FROM odd_read WHERE odd_read.given = it."phone")
      END AS "phone"
  ),
    CASE WHEN regexp_matches(it."phone", '[^\s\p{Z}]') AND (CASE
      WHEN regexp_full_match(it."phone", '[-+]?(\d{1,15}|\d{1,7}\.\d{1,8})') THEN TRY_CAST(it."phone" AS DOUBLE)
      WHEN regexp_full_match(it."phone", '[-+]?[1-9]\d{0,2}(\,\d{3}){1,3}(\.\d{1,3})?') THEN TRY_CAST(replace(it."phone", ',', '') AS DOUBLE)
      ELSE (SELECT value FROM odd_read WHERE odd_read.given = it."phone")
      END) IS NULL THEN it."phone" END AS "phone_unread"
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"columns":["age","spend"],"to":"whole"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    it."age" AS "age",
    CASE WHEN it."spend" = trunc(it."spend") THEN TRY_CAST(it."spend" AS BIGINT) END AS "spend"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"columns":["written"],"to":"date","order":"dmy"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH days_seen AS (
    SELECT DISTINCT it."written" AS given FROM "people" AS it WHERE length(it."written") <= 64
  ),
  days_clear AS (
    SELECT given, regexp_replace(CASE WHEN regexp_matches(said, '[时時点點시]') THEN rtrim(regexp_replace(regexp_replace(said, ' ?[时時点點분分시] ?', ':', 'g'), ' ?[秒초]', ''), ':') ELSE said END,
      '^(\d{8})t?(\d{2})(\d{2})(\d{2})(z?)$', '\1 \2:\3:\4\5') AS said
    FROM (SELECT given, CASE WHEN regexp_matches(given, '[〇零一二三四五六七八九十] ?[年月]') THEN translate(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(trim(CASE WHEN regexp_matches(given, '[！-～    　−﹣’￥￡￦]') THEN translate(given, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE given END)), '\s+', ' ', 'g'), '([一二三四五六七八九])十([一二三四五六七八九])', '\1\2', 'g'), '([一二三四五六七八九])十', '\1〇', 'g'), '十([一二三四五六七八九])', '一\1', 'g'), '十', '一〇', 'g'), '〇零一二三四五六七八九', '00123456789') ELSE regexp_replace(lower(trim(CASE WHEN regexp_matches(given, '[！-～    　−﹣’￥￡￦]') THEN translate(given, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE given END)), '\s+', ' ', 'g') END AS said FROM days_seen)
  ),
  days_clocks AS (
    SELECT given, said, regexp_extract(said, '^(.*?)(?:^|t|[ ,:]+|)(?:(上午|下午|凌晨|早上|午前|午後|오전|오후) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|(?:utc|gmt)?[-+]\d{2}(?::?\d{2})?))?$', ['day', 'half', 'hour', 'minute', 'second', 'fraction', 'letter', 'zone']) AS clock FROM days_clear
  ),
  days_pieces AS (
    SELECT given, clock, rest, regexp_extract_all(rest, '\d+') AS numbers,
      list_transform(list_filter(words, lambda word: contains(' january jan januar janner janvier janv enero ene gennaio gen janeiro januari february feb februar februari fevrier fevr fev febrero febbraio fevereiro march mar marz maerz mrz mars marzo marco maart mrt april apr avril avr abril abr aprile may mai mayo maggio mag maio mei june jun juni juin junio giugno giu junho july jul juli juillet juil julio luglio lug julho august aug aout agosto ago augustus september sep sept septembre septiembre settembre set setembro october oct oktober okt octobre octubre ottobre ott outubro out november nov novembre noviembre novembro december dec dezember dez decembre diciembre dic dicembre dezembro ', concat(' ', word, ' ')))[1:1], lambda word: CASE WHEN contains(' january jan januar janner janvier janv enero ene gennaio gen janeiro januari ', concat(' ', word, ' ')) THEN '1' WHEN contains(' february feb februar februari fevrier fevr fev febrero febbraio fevereiro ', concat(' ', word, ' ')) THEN '2' WHEN contains(' march mar marz maerz mrz mars marzo marco maart mrt ', concat(' ', word, ' ')) THEN '3' WHEN contains(' april apr avril avr abril abr aprile ', concat(' ', word, ' ')) THEN '4' WHEN contains(' may mai mayo maggio mag maio mei ', concat(' ', word, ' ')) THEN '5' WHEN contains(' june jun juni juin junio giugno giu junho ', concat(' ', word, ' ')) THEN '6' WHEN contains(' july jul juli juillet juil julio luglio lug julho ', concat(' ', word, ' ')) THEN '7' WHEN contains(' august aug aout agosto ago augustus ', concat(' ', word, ' ')) THEN '8' WHEN contains(' september sep sept septembre septiembre settembre set setembro ', concat(' ', word, ' ')) THEN '9' WHEN contains(' october oct oktober okt octobre octubre ottobre ott outubro out ', concat(' ', word, ' ')) THEN '10' WHEN contains(' november nov novembre noviembre novembro ', concat(' ', word, ' ')) THEN '11' WHEN contains(' december dec dezember dez decembre diciembre dic dicembre dezembro ', concat(' ', word, ' ')) THEN '12' END)[1] AS month,
      len(list_filter(words, lambda word: NOT contains(' january jan januar janner janvier janv enero ene gennaio gen janeiro januari february feb februar februari fevrier fevr fev febrero febbraio fevereiro march mar marz maerz mrz mars marzo marco maart mrt april apr avril avr abril abr aprile may mai mayo maggio mag maio mei june jun juni juin junio giugno giu junho july jul juli juillet juil julio luglio lug julho august aug aout agosto ago augustus september sep sept septembre septiembre settembre set setembro october oct oktober okt octobre octubre ottobre ott outubro out november nov novembre noviembre novembro december dec dezember dez decembre diciembre dic dicembre dezembro monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom lunedi martedi mercoledi giovedi gio venerdi sabato domenica segunda terca quarta quinta sexta feira maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo st nd rd th er o de of the den le el ', concat(' ', word, ' ')))) = 0 AND regexp_full_match(strip_accents(rest), '[a-z0-9 .,/''()º-]+') AS is_named
    FROM (SELECT *, regexp_extract_all(strip_accents(rest), '[a-z]+') AS words
    FROM (SELECT given, clock, regexp_replace(regexp_replace(CASE WHEN clock.hour = '' THEN said ELSE trim(rtrim(regexp_replace(clock.day, ' at$', ''), ', ')) END, '[ (]*(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일)[ )]*$', ''), '^(?:monday|mon|tuesday|tue|tues|wednesday|wed|thursday|thu|thur|thurs|friday|fri|saturday|sat|sunday|sun|montag|mo|dienstag|di|mittwoch|mi|donnerstag|do|freitag|fr|samstag|sonnabend|sa|sonntag|so|lundi|lun|mardi|mar|mercredi|mer|jeudi|jeu|vendredi|ven|samedi|sam|dimanche|dim|lunes|martes|miercoles|mie|jueves|jue|viernes|vie|sabado|sab|domingo|dom|lunedi|martedi|mercoledi|giovedi|gio|venerdi|sabato|domenica|segunda|terca|quarta|quinta|sexta|feira|maandag|ma|dinsdag|woensdag|wo|donderdag|vrijdag|vr|zaterdag|za|zondag|zo|st|nd|rd|th|er|o|de|of|the|den|le|el)[.]?,? (\d)', '\1') AS rest FROM days_clocks))
  ),
  days_read AS MATERIALIZED (
    SELECT given, CASE WHEN clock.zone = '' AND day + CASE WHEN clock.hour = '' THEN INTERVAL 0 SECOND
      WHEN clock.minute > '59' OR clock.second > '59' OR CAST(clock.hour AS INTEGER) > 23 OR (clock.half <> '' AND clock.letter <> '') THEN NULL
      WHEN clock.letter <> '' AND CAST(clock.hour AS INTEGER) NOT BETWEEN 1 AND 12 THEN NULL
      ELSE to_hours(CASE WHEN clock.letter = 'p' OR (clock.half IN ('下午', '午後', '오후') AND CAST(clock.hour AS INTEGER) <= 12) THEN CAST(clock.hour AS INTEGER) % 12 + 12
          WHEN clock.letter = 'a' OR (clock.half <> '' AND clock.hour = '12') THEN CAST(clock.hour AS INTEGER) % 12 ELSE CAST(clock.hour AS INTEGER) END)
        + to_minutes(CAST(clock.minute AS INTEGER)) + to_microseconds(CAST(concat('0', clock.second, rpad(clock.fraction[1:6], 6, '0')) AS BIGINT)) END = date_trunc('day', day) THEN CAST(day AS DATE) END AS value
    FROM (SELECT *, list_transform([CASE WHEN regexp_full_match(rest, '\d{4}(?:- ?\d{1,2}- ?|/ ?\d{1,2}/ ?|[.] ?\d{1,2}[.] ?)\d{1,2}[.]?|(?:\d{4}|\d{2}) ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日號号일]') THEN numbers
        WHEN regexp_full_match(rest, '\d[.]\d{1,2}[.]\d{2}|\d{2}[.]\d[.]\d{2}') THEN NULL
        WHEN regexp_full_match(rest, '\d{1,2}(?:- ?\d{1,2}-|/ ?\d{1,2}/|[.] ?\d{1,2}[.]) ?(?:\d{4}|\d{2})') THEN [numbers[3], numbers[2], numbers[1]]
        WHEN regexp_full_match(rest, '(?:19\d{2}|20\d{2}|2100)\d{4}') THEN [rest[1:4], rest[5:6], rest[7:8]]
        WHEN month IS NOT NULL AND is_named AND len(numbers) = 2 THEN CASE WHEN length(numbers[1]) = 4 THEN [numbers[1], month, numbers[2]] ELSE [numbers[2], month, numbers[1]] END END], lambda part: CASE WHEN length(part[1]) IN (2, 4) AND length(part[3]) <= 2 AND part[1] <> '0000' THEN TRY_CAST(concat(CASE length(part[1]) WHEN 4 THEN '' ELSE CASE WHEN part[1] < '69' THEN '20' ELSE '19' END END, part[1], '-', part[2], '-', part[3]) AS TIMESTAMP) END)[1] AS day FROM days_pieces)
  )
  SELECT * REPLACE (
    (SELECT value FROM days_read WHERE days_read.given = it."written") AS "written"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"columns":["written","day","at"],"to":"moment","order":"mdy","failing":"beside"}
WITH "step_1" AS NOT MATERIALIZED (
  WITH days_seen AS (
    SELECT DISTINCT it."written" AS given FROM "people" AS it WHERE length(it."written") <= 64
  ),
  days_clear AS (
    SELECT given, regexp_replace(CASE WHEN regexp_matches(said, '[时時点點시]') THEN rtrim(regexp_replace(regexp_replace(said, ' ?[时時点點분分시] ?', ':', 'g'), ' ?[秒초]', ''), ':') ELSE said END,
      '^(\d{8})t?(\d{2})(\d{2})(\d{2})(z?)$', '\1 \2:\3:\4\5') AS said
    FROM (SELECT given, CASE WHEN regexp_matches(given, '[〇零一二三四五六七八九十] ?[年月]') THEN translate(regexp_replace(regexp_replace(regexp_replace(regexp_replace(regexp_replace(lower(trim(CASE WHEN regexp_matches(given, '[！-～    　−﹣’￥￡￦]') THEN translate(given, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE given END)), '\s+', ' ', 'g'), '([一二三四五六七八九])十([一二三四五六七八九])', '\1\2', 'g'), '([一二三四五六七八九])十', '\1〇', 'g'), '十([一二三四五六七八九])', '一\1', 'g'), '十', '一〇', 'g'), '〇零一二三四五六七八九', '00123456789') ELSE regexp_replace(lower(trim(CASE WHEN regexp_matches(given, '[！-～    　−﹣’￥￡￦]') THEN translate(given, '！＂＃＄％＆＇（）＊＋，－．／０１２３４５６７８９：；＜＝＞？＠ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ［＼］＾＿｀ａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ｛｜｝～    　−﹣’￥￡￦', '!"#$%&''()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefghijklmnopqrstuvwxyz{|}~     --''¥£₩') ELSE given END)), '\s+', ' ', 'g') END AS said FROM days_seen)
  ),
  days_clocks AS (
    SELECT given, said, regexp_extract(said, '^(.*?)(?:^|t|[ ,:]+|)(?:(上午|下午|凌晨|早上|午前|午後|오전|오후) ?)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?(?: ?(z|utc|gmt|(?:utc|gmt)?[-+]\d{2}(?::?\d{2})?))?$', ['day', 'half', 'hour', 'minute', 'second', 'fraction', 'letter', 'zone']) AS clock FROM days_clear
  ),
  days_pieces AS (
    SELECT given, clock, rest, regexp_extract_all(rest, '\d+') AS numbers,
      list_transform(list_filter(words, lambda word: contains(' january jan januar janner janvier janv enero ene gennaio gen janeiro januari february feb februar februari fevrier fevr fev febrero febbraio fevereiro march mar marz maerz mrz mars marzo marco maart mrt april apr avril avr abril abr aprile may mai mayo maggio mag maio mei june jun juni juin junio giugno giu junho july jul juli juillet juil julio luglio lug julho august aug aout agosto ago augustus september sep sept septembre septiembre settembre set setembro october oct oktober okt octobre octubre ottobre ott outubro out november nov novembre noviembre novembro december dec dezember dez decembre diciembre dic dicembre dezembro ', concat(' ', word, ' ')))[1:1], lambda word: CASE WHEN contains(' january jan januar janner janvier janv enero ene gennaio gen janeiro januari ', concat(' ', word, ' ')) THEN '1' WHEN contains(' february feb februar februari fevrier fevr fev febrero febbraio fevereiro ', concat(' ', word, ' ')) THEN '2' WHEN contains(' march mar marz maerz mrz mars marzo marco maart mrt ', concat(' ', word, ' ')) THEN '3' WHEN contains(' april apr avril avr abril abr aprile ', concat(' ', word, ' ')) THEN '4' WHEN contains(' may mai mayo maggio mag maio mei ', concat(' ', word, ' ')) THEN '5' WHEN contains(' june jun juni juin junio giugno giu junho ', concat(' ', word, ' ')) THEN '6' WHEN contains(' july jul juli juillet juil julio luglio lug julho ', concat(' ', word, ' ')) THEN '7' WHEN contains(' august aug aout agosto ago augustus ', concat(' ', word, ' ')) THEN '8' WHEN contains(' september sep sept septembre septiembre settembre set setembro ', concat(' ', word, ' ')) THEN '9' WHEN contains(' october oct oktober okt octobre octubre ottobre ott outubro out ', concat(' ', word, ' ')) THEN '10' WHEN contains(' november nov novembre noviembre novembro ', concat(' ', word, ' ')) THEN '11' WHEN contains(' december dec dezember dez decembre diciembre dic dicembre dezembro ', concat(' ', word, ' ')) THEN '12' END)[1] AS month,
      len(list_filter(words, lambda word: NOT contains(' january jan januar janner janvier janv enero ene gennaio gen janeiro januari february feb februar februari fevrier fevr fev febrero febbraio fevereiro march mar marz maerz mrz mars marzo marco maart mrt april apr avril avr abril abr aprile may mai mayo maggio mag maio mei june jun juni juin junio giugno giu junho july jul juli juillet juil julio luglio lug julho august aug aout agosto ago augustus september sep sept septembre septiembre settembre set setembro october oct oktober okt octobre octubre ottobre ott outubro out november nov novembre noviembre novembro december dec dezember dez decembre diciembre dic dicembre dezembro monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sonnabend sa sonntag so lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim lunes martes miercoles mie jueves jue viernes vie sabado sab domingo dom lunedi martedi mercoledi giovedi gio venerdi sabato domenica segunda terca quarta quinta sexta feira maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo st nd rd th er o de of the den le el ', concat(' ', word, ' ')))) = 0 AND regexp_full_match(strip_accents(rest), '[a-z0-9 .,/''()º-]+') AS is_named
    FROM (SELECT *, regexp_extract_all(strip_accents(rest), '[a-z]+') AS words
    FROM (SELECT given, clock, regexp_replace(regexp_replace(CASE WHEN clock.hour = '' THEN said ELSE trim(rtrim(regexp_replace(clock.day, ' at$', ''), ', ')) END, '[ (]*(?:(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[月火水木金土日]曜日|[월화수목금토일]요일)[ )]*$', ''), '^(?:monday|mon|tuesday|tue|tues|wednesday|wed|thursday|thu|thur|thurs|friday|fri|saturday|sat|sunday|sun|montag|mo|dienstag|di|mittwoch|mi|donnerstag|do|freitag|fr|samstag|sonnabend|sa|sonntag|so|lundi|lun|mardi|mar|mercredi|mer|jeudi|jeu|vendredi|ven|samedi|sam|dimanche|dim|lunes|martes|miercoles|mie|jueves|jue|viernes|vie|sabado|sab|domingo|dom|lunedi|martedi|mercoledi|giovedi|gio|venerdi|sabato|domenica|segunda|terca|quarta|quinta|sexta|feira|maandag|ma|dinsdag|woensdag|wo|donderdag|vrijdag|vr|zaterdag|za|zondag|zo|st|nd|rd|th|er|o|de|of|the|den|le|el)[.]?,? (\d)', '\1') AS rest FROM days_clocks))
  ),
  days_read AS MATERIALIZED (
    SELECT given, day + CASE WHEN clock.hour = '' THEN INTERVAL 0 SECOND
      WHEN clock.minute > '59' OR clock.second > '59' OR CAST(clock.hour AS INTEGER) > 23 OR (clock.half <> '' AND clock.letter <> '') THEN NULL
      WHEN clock.letter <> '' AND CAST(clock.hour AS INTEGER) NOT BETWEEN 1 AND 12 THEN NULL
      ELSE to_hours(CASE WHEN clock.letter = 'p' OR (clock.half IN ('下午', '午後', '오후') AND CAST(clock.hour AS INTEGER) <= 12) THEN CAST(clock.hour AS INTEGER) % 12 + 12
          WHEN clock.letter = 'a' OR (clock.half <> '' AND clock.hour = '12') THEN CAST(clock.hour AS INTEGER) % 12 ELSE CAST(clock.hour AS INTEGER) END)
        + to_minutes(CAST(clock.minute AS INTEGER)) + to_microseconds(CAST(concat('0', clock.second, rpad(clock.fraction[1:6], 6, '0')) AS BIGINT)) END
      - CASE WHEN regexp_matches(clock.zone, '\d') THEN to_minutes(CAST(regexp_extract(clock.zone, '[-+]\d{2}') AS INTEGER) * 60 + CAST(concat('0', regexp_extract(clock.zone, '[-+]\d{2}:?(\d{2})', 1)) AS INTEGER) * CASE WHEN contains(clock.zone, '-') THEN -1 ELSE 1 END) ELSE INTERVAL 0 SECOND END AS value
    FROM (SELECT *, list_transform([CASE WHEN regexp_full_match(rest, '\d{4}(?:- ?\d{1,2}- ?|/ ?\d{1,2}/ ?|[.] ?\d{1,2}[.] ?)\d{1,2}[.]?|(?:\d{4}|\d{2}) ?[年년] ?\d{1,2} ?[月월] ?\d{1,2} ?[日號号일]') THEN numbers
        WHEN regexp_full_match(rest, '\d[.]\d{1,2}[.]\d{2}|\d{2}[.]\d[.]\d{2}') THEN NULL
        WHEN regexp_full_match(rest, '\d{1,2}(?:- ?\d{1,2}-|/ ?\d{1,2}/|[.] ?\d{1,2}[.]) ?(?:\d{4}|\d{2})') THEN [numbers[3], numbers[1], numbers[2]]
        WHEN regexp_full_match(rest, '(?:19\d{2}|20\d{2}|2100)\d{4}') THEN [rest[1:4], rest[5:6], rest[7:8]]
        WHEN month IS NOT NULL AND is_named AND len(numbers) = 2 THEN CASE WHEN length(numbers[1]) = 4 THEN [numbers[1], month, numbers[2]] ELSE [numbers[2], month, numbers[1]] END END], lambda part: CASE WHEN length(part[1]) IN (2, 4) AND length(part[3]) <= 2 AND part[1] <> '0000' THEN TRY_CAST(concat(CASE length(part[1]) WHEN 4 THEN '' ELSE CASE WHEN part[1] < '69' THEN '20' ELSE '19' END END, part[1], '-', part[2], '-', part[3]) AS TIMESTAMP) END)[1] AS day FROM days_pieces)
  )
  SELECT * REPLACE (
    (SELECT value FROM days_read WHERE days_read.given = it."written") AS "written",
    CAST(it."day" AS TIMESTAMP) AS "day",
    it."at" AS "at"
  ),
    CASE WHEN regexp_matches(it."written", '[^\s\p{Z}]') AND ((SELECT value FROM days_read WHERE days_read.given = it."written")) IS NULL THEN it."written" END AS "written_unread",
    CASE WHEN CAST(it."day" AS VARCHAR) IS NOT NULL AND (CAST(it."day" AS TIMESTAMP)) IS NULL THEN CAST(it."day" AS VARCHAR) END AS "day_unread",
    CASE WHEN CAST(it."at" AS VARCHAR) IS NOT NULL AND (it."at") IS NULL THEN CAST(it."at" AS VARCHAR) END AS "at_unread"
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"columns":["spend","day","tags"],"to":"text"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN it."spend" = trunc(it."spend") AND abs(it."spend") < 1e15 THEN CAST(CAST(it."spend" AS BIGINT) AS VARCHAR) ELSE CAST(it."spend" AS VARCHAR) END AS "spend",
    CAST(it."day" AS VARCHAR) AS "day",
    CAST(it."tags" AS VARCHAR) AS "tags"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

-- {"columns":["phone","ok"],"to":"flag"}
WITH "step_1" AS NOT MATERIALIZED (
  SELECT * REPLACE (
    CASE WHEN lower(trim(it."phone")) IN ('true', 'yes', 'y', 't', 'on', '1', '是', '有', '对', '真', '✓', '✔', '√', 'ja', 'oui', 'sí', 'si', 'sì', 'sim', 'wahr', 'vrai', 'はい') THEN true WHEN lower(trim(it."phone")) IN ('false', 'no', 'n', 'f', 'off', '0', '否', '无', '無', '错', '假', '✗', '✘', '×', 'nein', 'nee', 'non', 'não', 'falsch', 'faux', 'いいえ') THEN false END AS "phone",
    it."ok" AS "ok"
  )
  FROM "people" AS it
)
SELECT *
FROM "step_1";

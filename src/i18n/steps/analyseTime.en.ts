import type { StepWords, Told } from './told';

const fields = {
  date: 'Date',
  value: 'Value (none: count rows)',
  how: 'Put together by',
  unit: 'By',
  by: 'A series for each',
  gaps: 'Periods without values',
};

const season = 'Periods in a season (empty: the usual)';

const choices = {
  how: { sum: 'sum', mean: 'mean' },
  unit: {
    auto: 'what suits the dates',
    day: 'day',
    week: 'week, from Monday',
    month: 'month',
    quarter: 'quarter',
    year: 'year',
  },
  gaps: {
    usual: 'usual: 0 for sums, a line between for means',
    zero: '0',
    previous: 'as the period before',
    interpolate: 'a line between their neighbours',
  },
};

const countries = {
  china: 'China',
  'united-states': 'the United States',
  england: 'England and Wales',
  germany: 'Germany',
  france: 'France',
};

export const time: Readonly<Record<string, StepWords>> = {
  forecast: {
    name: 'Forecast',
    help: 'What is to come, with its bounds, by the way that did best on the values of late: for one series, or for each of many.',
    how: 'Values are put together by period. ETS is chosen by AICc among all admissible models (Hyndman et al., 2002); Theta is that of the M3 competition (Assimakopoulos and Nikolopoulos, 2000); ARIMA is chosen in steps by AICc (Hyndman and Khandakar, 2008). Regression is by least squares on a line, each place of the season, waves of a year of days where there are two (as many as have the least AICc), and a column for each holiday (Hyndman and Athanasopoulos, 2021, ch. 7). The test forecasts the last values from those before them, up to four times; the smallest MASE wins (Hyndman and Koehler, 2006). Bounds are those of normal errors; of a regression they are Student’s, and too narrow where one day’s error goes on in the next: coverage_95 in the table backtest has how many values they held.',
    also: 'forecast predict time series ETS exponential smoothing Holt Winters ARIMA Theta seasonal naive demand sales plan next month backtest regression trend holiday calendar effect tslm prophet',
    says: (told) => `Forecast ${toWhat(told)}${toEach(told)} over ${told.name('date')}`,
    fields: {
      ...fields,
      horizon: 'Periods to come (empty: about a season)',
      method: 'Method',
      holidays: 'Holidays of',
      level: 'Bounds hold, %',
    },
    choices: {
      ...choices,
      method: {
        auto: 'whichever does best in a test',
        ets: 'ETS: exponential smoothing',
        theta: 'Theta',
        arima: 'ARIMA (slow)',
        regression: 'regression: line, season, holidays',
        'seasonal-naive': 'the season before again',
        naive: 'the last value again',
      },
      holidays: { ...countries, none: 'none' },
    },
  },
  periods: {
    name: 'By period',
    help: 'Values by day, week, month, quarter or year without a gap, with their moving mean.',
    how: 'Values are put together by period; periods without a value are marked in is_gap, and have what was chosen for them. The moving mean is that of the last periods up to each. Periods at the ends that are not whole are left out.',
    also: 'resample time series moving average rolling mean trend gaps aggregate per day week month',
    says: (told) => `Put ${toWhat(told)}${toEach(told)} together by period of ${told.name('date')}`,
    fields: { ...fields, window: 'Periods in the moving mean' },
    choices,
  },
  autocorrelation: {
    name: 'Autocorrelation',
    help: 'How much values go with those one, two or more periods before: a season shows as a peak.',
    how: 'r of lag k: Σ(xₜ − x̄)(xₜ₋ₖ − x̄) ÷ Σ(xₜ − x̄)²; partial by Durbin and Levinson (Box and Jenkins, 1970). Beyond ± 1.96 ÷ √n a value is rare in a series of pure chance. The test of all lags together is that of Ljung and Box (1978).',
    also: 'ACF PACF correlogram lag serial correlation Ljung Box season time series',
    says: (told) =>
      `Find how ${toWhat(told)}${toEach(told)} over ${told.name('date')} goes with what was before`,
    fields: { ...fields, lags: 'Lags (empty: the usual)' },
    choices,
  },
  decompose: {
    name: 'Trend and season',
    help: 'Takes a series apart into what goes on (trend), what comes again (season) and what is left.',
    how: 'STL by local regressions in turn, with one season for all cycles (Cleveland, Cleveland, McRae and Terpenning, 1990); a strength is 1 less the share that the remainder has of it and the part together (Wang, Smith and Hyndman, 2006).',
    also: 'STL decomposition seasonality trend seasonal time series deseasonalise remainder',
    says: (told) =>
      `Take ${toWhat(told)}${toEach(told)} over ${told.name('date')} apart into trend and season`,
    fields: { ...fields, season, robust: 'Odd values have little say' },
    choices,
  },
  changePoints: {
    name: 'Change points',
    help: 'When the level of a series, or how much it varies, changed for good: a row for each stretch between.',
    how: 'The stretches whose squared deviations and penalties (BIC) cost least, found exactly by PELT (Killick, Fearnhead and Eckley, 2012). A strong season is taken off first by STL. Values that follow one another closely, such as a slow rise, are cut more often than need be.',
    also: 'change point break level shift structural PELT segment time series',
    says: (told) => `Find when ${toWhat(told)}${toEach(told)} over ${told.name('date')} changes for good`,
    fields: { ...fields, of: 'What changes' },
    choices: { ...choices, of: { mean: 'level', 'mean-variance': 'level or spread' } },
  },
  oddInTime: {
    name: 'Odd periods',
    help: 'Days, weeks or months that are far from what their trend and season let one expect.',
    how: 'Trend and season by STL, robust first, so that odd values do not hide themselves (Cleveland et al., 1990); the score is the distance from what was expected, in spreads of 1.4826 median absolute deviations.',
    also: 'anomaly outlier odd unusual spike season time series detection',
    says: (told) => `Find odd periods of ${toWhat(told)}${toEach(told)} over ${told.name('date')}`,
    fields: { ...fields, season, limit: 'Odd from this score on' },
    choices,
  },
  holidays: {
    name: 'Holidays',
    help: 'Which public holiday each date is, and whether it is worked: China’s with the weekends that make up for them, and others by their rules.',
    how: 'China: 2015 to 2026 as the State Council arranged them, to 2035 the days of the law alone; the United States, England and Wales, Germany and France by their laws, for all of the country. Other days are worked from Monday to Friday.',
    also: 'holiday workday weekend calendar public bank Spring Festival Golden Week Christmas Easter',
    says: (told) => `Mark the holidays of ${told.choice('country')} on ${told.name('date')}`,
    fields: { date: 'Date', country: 'Country', names: 'Names in' },
    choices: {
      country: countries,
      names: { en: 'English', zh: 'Chinese' },
    },
  },
};

function toWhat(told: Told): string {
  return told.count('value') > 0 ? told.name('value') : 'the number of rows';
}

function toEach(told: Told): string {
  return told.count('by') > 0 ? ` for each ${told.name('by')}` : '';
}

export const timeWhy = {
  'too-many-periods':
    'The dates span {periods} periods, and {limit} are the most. Choose a longer period, or filter out dates that cannot be.',
  'too-many-series':
    'There are {series} series, and {limit} are the most. Choose a column with fewer values, or filter first.',
  'too-many-values':
    'The series have {values} periods in all, and {limit} are the most. Choose a longer period or fewer series.',
  'holidays-unknown': 'China’s holidays are known from {from} to {to}, and no date is of these years.',
  'no-period': 'Without a season there is nothing to take apart: choose a shorter period than a year.',
};

export const timeNotes = {
  periods: '{count} {count|period|periods}; the highest is {period} with {value}.',
  'periods-many':
    '{series} series of {count} periods in all; the highest is “{name}” in {period} with {value}.',
  autocorrelated:
    'Values go together most with those {lag} {lag|period|periods} before: r = {value}. Chance alone would not give as much ({p}).',
  'autocorrelated-none': 'Values do not go with those before them: chance alone would give as much ({p}).',
  'autocorrelated-many': 'In {count} of {series} series values go with those before them (p < 0.05).',
  'forecast-sum':
    '{period}: {value} ({low} to {high}). Over {count} {count|period|periods} up to {until}: {whole} in all.',
  'forecast-mean':
    '{period}: {value} ({low} to {high}). Over {count} {count|period|periods} up to {until}: {whole} on average.',
  'forecast-one': '{period}: {value} ({low} to {high}).',
  'forecast-many-sum':
    '{series} series come to {value} in {period}, and to {whole} in all over {count} {count|period|periods} up to {until}.',
  'forecast-many-mean':
    '{series} series come to {value} on average in {period}, and to {whole} over {count} {count|period|periods} up to {until}.',
  'forecast-chosen': 'Method: {model}, which did best on the last values.',
  'forecast-asked': 'Method: {model}.',
  'forecast-ways':
    'Whatever did best on a series’ last values was taken: ETS for {ets}, Theta for {theta}, a plain repetition for {naive}.',
  'forecast-error-season':
    'Tested on the last values, it was off by {error}% (sMAPE); repeating the season before, by {naive}%.',
  'forecast-error-last':
    'Tested on the last values, it was off by {error}% (sMAPE); repeating the last value, by {naive}%.',
  'forecast-naive-season':
    'Repeating the season before was off by {error}% on the last values (sMAPE), and nothing did better.',
  'forecast-naive-last':
    'Repeating the last value was off by {error}% on the last values (sMAPE), and nothing did better.',
  'forecast-no-better': 'That is no better than plain repetition: take it with care.',
  'forecast-holidays':
    'Holidays of {country} count: {days} {days|day|days} before, and {ahead} to come. The table holidays has what each adds.',
  'forecast-holiday-more':
    'A day of “{holiday}” has {effect} more than other days like it (standard error {error}).',
  'forecast-holiday-less':
    'A day of “{holiday}” has {effect} less than other days like it (standard error {error}).',
  'forecast-holidays-unclear': 'No holiday adds anything certain: chance alone would give as much.',
  'forecast-holidays-unseen':
    'Nothing could be learned of the holiday on {count} {count|day|days} to come: {count|it counts|they count} as ordinary.',
  'forecast-holidays-beyond':
    '{count} {count|day is|days are} outside of {from} to {to}, where holidays are not known: {count|it counts|they count} as ordinary.',
  'forecast-holidays-by-law':
    '{count} {count|day is|days are} after {last}: only the days of the law count there, as the arrangement is not known.',
  'forecast-holidays-by-day': 'Holidays count by day only, and do not here: choose “day” for them.',
  'forecast-untested':
    'There are too few periods to hold some back, so that it is not tested: take it with care.',
  'forecast-no-season': 'No season is looked for where there are fewer than {needed} periods.',
  'decomposed-strong':
    'The season is strong ({strength} of 1): highest in {high} ({top} above the trend), lowest in {low} ({bottom}).',
  'decomposed-weak':
    'There is little season ({strength} of 1): what is highest in {high} and lowest in {low} may be chance.',
  'decomposed-many':
    '{strong} of {series} series have a strong season of {period} periods (a strength of 0.64 or more).',
  'decomposed-trend':
    'The trend goes from {from} in {first} to {to} in {last}; its strength is {strength} of 1.',
  changes:
    '{count} {count|change|changes}; the largest in {period}: from {before} on average before to {after} after.',
  'changes-many':
    '{count} {count|change|changes} in {series} of {of} series; the largest in “{name}” in {period}: from {before} on average before to {after} after.',
  'changes-none': 'No change is shown: {series|the series stays|all series stay} at one level.',
  'changes-season-off':
    'A strong season was taken off {count} of {of} series before, so that it is not told as a change.',
  'odd-in-time':
    '{count} of {of} periods {count|is|are} odd; the farthest off is {period}: {value}, where {expected} was to be expected.',
  'odd-in-time-many':
    '{count} of {of} periods {count|is|are} odd; the farthest off is {period} of “{name}”: {value}, where {expected} was to be expected.',
  'odd-in-time-none': 'None of {of} periods is odd: no score is beyond {limit}.',
  'holidays-found': '{count} of {of} rows fall on a holiday.',
  'holidays-beyond':
    '{count} {count|row has a date|rows have dates} outside of {from} to {to}, of which nothing is said.',
  'holidays-by-law':
    '{count} {count|row is|rows are} after {last}: only the days of the law are marked there, as the arrangement is not known.',
  'holidays-no-date': '{count} {count|row has|rows have} no date.',
  'series-too-short': '{count} of {of} series are left out: they are too short, or do not fit the method.',
  'series-by-day': 'Values are taken by day, which suits the dates.',
  'series-by-week': 'Values are taken by week, which suits the dates.',
  'series-by-month': 'Values are taken by month, which suits the dates.',
  'series-by-quarter': 'Values are taken by quarter, which suits the dates.',
  'series-by-year': 'Values are taken by year, which suits the dates.',
  'series-filled-zero': '{count} of {of} periods have no values and count as 0.',
  'series-filled-previous': '{count} of {of} periods have no values and are as the period before.',
  'series-filled-interpolate':
    '{count} of {of} periods have no values and lie on a line between their neighbours.',
  'series-cut': '{period} is left out, as its dates do not go from end to end.',
  'series-left-out': '{count} of {of} rows are left out: the date or the value is missing or infinite.',
};

/** Whether a text without spaces is an ID number of a Chinese citizen whose check digit is right (GB 11643-1999, ISO 7064 MOD 11-2). */
export function toIdCardTest(sql: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights
    .map((weight, at) => `${weight} * CAST(substr(${sql}, ${at + 1}, 1) AS INTEGER)`)
    .join(' + ');
  const form = '^[1-9]\\d{5}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]$';
  return `CASE WHEN regexp_matches(${sql}, '${form}') THEN substr('10X98765432', (${sum}) % 11 + 1, 1) = upper(right(${sql}, 1)) ELSE false END`;
}

/** Whether a text of digits alone ends on the digit that the others make (ISO/IEC 7812-1, Luhn). */
export function toLuhnTest(sql: string, form: string): string {
  const digit = `CAST(substr(${sql}, CAST(i AS INTEGER), 1) AS INTEGER) * (1 + (length(${sql}) - i) % 2)`;
  return `CASE WHEN regexp_matches(${sql}, '${form}') THEN list_sum([(${digit}) // 10 + (${digit}) % 10 FOR i IN range(1, length(${sql}) + 1)]) % 10 = 0 ELSE false END`;
}

const DATE = /^[（(]?(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日[）)]?$/u;

/** "（2021年12月29日）" as 2021-12-29; null where the text is more than a date. */
export function isoDate(text: string): string | null {
  const { year, month, day } = DATE.exec(text)?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

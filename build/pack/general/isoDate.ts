const DATE = /^[（(]?(?<year>\d{4})\s*年\s*(?<month>\d{1,2})\s*月\s*(?<day>\d{1,2})\s*日[）)]?$/u;
const HAN_DATE =
  /^[（(]?(?<year>[〇○零一二三四五六七八九]{4})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日[）)]?$/u;
const HAN_DIGITS = '〇一二三四五六七八九';

/** "（2021年12月29日）" and "二〇二一年十二月二十九日" as 2021-12-29; null where the text is more than a date. */
export function isoDate(text: string): string | null {
  const { year, month, day } = (DATE.exec(text) ?? HAN_DATE.exec(text))?.groups ?? {};
  if (year === undefined || month === undefined || day === undefined) return null;
  return `${digits(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

function digits(number: string): string {
  return number
    .replace(/[○零]/gu, '〇')
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(HAN_DIGITS.indexOf(digit)));
}

/** 十二, 二十, 二十九, 5 */
function twoDigits(number: string): string {
  const [tens, units] = number.includes('十') ? number.split('十') : ['', number];
  const ten = number.includes('十') ? digits(tens === '' ? '一' : (tens ?? '')) : '';
  return `${ten}${digits(units === '' ? '〇' : (units ?? ''))}`.padStart(2, '0');
}

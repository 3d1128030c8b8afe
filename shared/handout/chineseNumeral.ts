const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;
const units = ['', '十', '百', '千'] as const;

/** Writes 1 to 9,999 as counted in headings: 十二, 二十, 一百零一. Throws outside that range. */
export function chineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9_999) {
    throw new RangeError(`not a heading number: ${String(value)}`);
  }
  let written = '';
  let zeroPending = false;
  const figures = String(value);
  for (const [index, figure] of [...figures].entries()) {
    if (figure === '0') {
      zeroPending = true;
      continue;
    }
    if (zeroPending) written += digits[0];
    zeroPending = false;
    written += (digits[Number(figure)] ?? '') + (units[figures.length - 1 - index] ?? '');
  }
  // 一十二 is read 十二, but 一百一十二 keeps its 一.
  return written.startsWith('一十') ? written.slice(1) : written;
}

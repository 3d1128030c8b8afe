/** The day it is where the reader is, as `2026-12-03`, of an ISO time: a morning in Suzhou is the day before in UTC. */
export function localDay(time: string): string {
  const date = new Date(time);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

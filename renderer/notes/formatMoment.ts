import type { IsoTime } from '../../shared/domain/ids.ts';

/** A moment as one says it: 今天 10:12, 昨天, 3月2日, 2025年3月2日. `now` decides what today is. */
export function formatMoment(time: IsoTime, now: Date, language: 'zh' | 'en'): string {
  const moment = new Date(time);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / (24 * 60 * 60 * 1000));
  if (days === 0 || days === 1) {
    const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day');
    const clock = moment.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
    return days === 0 ? `${day} ${clock}` : day;
  }
  const isThisYear = moment.getFullYear() === now.getFullYear();
  return moment.toLocaleDateString(locale, {
    month: 'short',
    day: 'numeric',
    ...(!isThisYear && { year: 'numeric' }),
  });
}

function startOfDay(moment: Date): number {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}

import type { Recovery } from '../../shared/ipc/rescuing.ts';
import type { Strings } from '../../shared/strings/zh.ts';
import type { Answer } from './useYandu.ts';

/** A text in both languages, since none is known before a briefing is open. */
export type RescueWords = (strings: Strings, language: 'zh' | 'en') => string;

/** What can be done, before anything is. */
export function explanationOf(
  rescue: Exclude<Answer<'getRescue'>, { readonly kind: 'none' }>,
): RescueWords {
  if (rescue.kind === 'newer') return ({ rescue: words }) => words.newer;
  const { backupAt, canRecover } = rescue;
  if (!canRecover) return ({ rescue: words }) => words.otherPack;
  return ({ rescue: words }, language) =>
    joined(language, [
      words.damaged,
      backupAt === null ? words.noBackup : words.backupFrom(momentOf(backupAt, language)),
    ]);
}

/** What came of a recovery, in numbers. */
export function reportOf({ notes, handouts, newestAt, lost }: Recovery): RescueWords {
  return ({ rescue: words }, language) =>
    joined(language, [
      words.recovered(notes, handouts),
      newestAt === null ? '' : words.newest(momentOf(newestAt, language)),
      lost === 0 ? words.nothingLost : words.lost(lost),
    ]);
}

function joined(language: 'zh' | 'en', sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(language === 'zh' ? '' : ' ');
}

function momentOf(time: string, language: 'zh' | 'en'): string {
  return new Date(time).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
}

import type { Settings } from '../../shared/ipc/app.ts';
import { en } from '../../shared/strings/en.ts';
import { zh, type Strings } from '../../shared/strings/zh.ts';
import { useAppState } from './useAppState.ts';

/** The interface's words in the reader's language. */
export function useStrings(): Strings {
  return stringsOf(useLanguage());
}

export function useLanguage(): Settings['language'] {
  return useAppState().settings.language;
}

function stringsOf(language: Settings['language']): Strings {
  return language === 'zh' ? zh : en;
}

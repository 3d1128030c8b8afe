import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../shared/ipc/app.ts';

type Theme = Exclude<Settings['theme'], 'system'>;

/** Puts theme, language and the text's measures on the root element, where tokens.css reads them. */
export function useAppearance(settings: Settings): void {
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const wantsContrast = useMedia('(prefers-contrast: more)');
  const theme = themeOf(settings.theme, isDark, wantsContrast);
  const { language, font, textSize, lineHeight, measure } = settings;

  // The root element lies outside React.
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
    root.dataset['theme'] = theme;
    root.style.setProperty('--font-text', `var(--font-${font})`);
    root.style.setProperty('--text-size', `${textSize}px`);
    root.style.setProperty('--text-leading', String(lineHeight));
    root.style.setProperty('--text-measure', String(measure));
  }, [theme, language, font, textSize, lineHeight, measure]);
}

function themeOf(theme: Settings['theme'], isDark: boolean, wantsContrast: boolean): Theme {
  if (theme !== 'system') return theme;
  if (wantsContrast) return 'contrast';
  return isDark ? 'night' : 'paper';
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => {
        list.removeEventListener('change', changed);
      };
    },
    () => window.matchMedia(query).matches,
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AppState, Settings } from '../../shared/ipc/app.ts';
import { useAppState } from './useAppState.ts';
import { useCall } from './useYandu.ts';

export function useSettings(): Settings {
  return useAppState().settings;
}

/** What is set at this moment: keys may come faster than the window is drawn anew. */
export function useLatestSettings(): () => Settings {
  const client = useQueryClient();
  const shown = useSettings();
  return useCallback(
    () => client.getQueryData<AppState>(['getAppState', {}])?.settings ?? shown,
    [client, shown],
  );
}

/** Changes settings at once in the window and stores them; changes made in one breath all count. */
export function useChangeSettings(): (change: Partial<Settings>) => void {
  const client = useQueryClient();
  const call = useCall();
  return useCallback(
    (change) => {
      const key = ['getAppState', {}];
      const state = client.getQueryData<AppState>(key);
      if (!state) return;
      const settings = { ...state.settings, ...change };
      client.setQueryData<AppState>(key, { ...state, settings });
      void call('saveSettings', settings);
    },
    [call, client],
  );
}

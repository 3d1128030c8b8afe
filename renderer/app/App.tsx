// Providers around the window: queries, the app's state, words, keys; then the shell.

import { notifyManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { AppState } from '../../shared/ipc/app.ts';
import { AnnotationListProvider } from '../notes/list/AnnotationListProvider.tsx';
import { InstallProvider } from '../packs/InstallProvider.tsx';
import { SearchProvider } from '../search/SearchProvider.tsx';
import { AnnounceProvider } from './AnnounceProvider.tsx';
import { BeforeCloseProvider } from './BeforeCloseProvider.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { Shell } from './Shell.tsx';
import { ShortcutsProvider } from './ShortcutsProvider.tsx';
import { StartFailure } from './StartFailure.tsx';
import { startWorkspace } from './startWorkspace.ts';
import { useAppearance } from './useAppearance.ts';
import { AppStateContext } from './useAppState.ts';
import { WorkspaceContext } from './useWorkspace.ts';
import { useAnswer, type Answer } from './useYandu.ts';
import { createWorkspaceStore } from './workspaceStore.ts';

// An answer is drawn when it comes, not a timer later.
notifyManager.setScheduler(queueMicrotask);

export function App() {
  // Main answers from this computer: offline is no reason to wait, and nothing goes stale by itself.
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            networkMode: 'always',
            staleTime: Infinity,
            retry: false,
            refetchOnWindowFocus: false,
          },
        },
      }),
  );
  return (
    <QueryClientProvider client={client}>
      <CrashBoundary>
        <Opening />
      </CrashBoundary>
    </QueryClientProvider>
  );
}

/** Waits for the three answers the window opens with. */
function Opening() {
  const state = useAnswer('getAppState', {});
  const documents = useAnswer('listDocuments', {}, { enabled: state.isSuccess });
  const panes = useAnswer('getPanes', {}, { enabled: state.isSuccess });
  const error = state.error ?? documents.error ?? panes.error;
  if (error) return <StartFailure failure={error.failure} />;
  if (!state.data || !documents.data || panes.data === undefined) return null;
  return <Window state={state.data} documents={documents.data} panes={panes.data} />;
}

type WindowProps = {
  readonly state: AppState;
  readonly documents: Answer<'listDocuments'>;
  readonly panes: Answer<'getPanes'>;
};

function Window({ state, documents, panes }: WindowProps) {
  useAppearance(state.settings);
  const [workspace] = useState(() =>
    createWorkspaceStore(startWorkspace(documents, panes, state.isFirstStart)),
  );
  return (
    <AppStateContext value={state}>
      <WorkspaceContext value={workspace}>
        <Doors>
          <Shell />
        </Doors>
      </WorkspaceContext>
    </AppStateContext>
  );
}

function Doors({ children }: { readonly children: ReactNode }) {
  return (
    <BeforeCloseProvider>
      <AnnounceProvider>
        <ShortcutsProvider>
          <SearchProvider>
            <AnnotationListProvider>
              <InstallProvider>{children}</InstallProvider>
            </AnnotationListProvider>
          </SearchProvider>
        </ShortcutsProvider>
      </AnnounceProvider>
    </BeforeCloseProvider>
  );
}

import type { AppState } from '../../shared/ipc/app.ts';
import { createRequiredContext } from '../ui/createRequiredContext.ts';

/** The open pack, the settings and the versions, as main told them at the start and after each change. */
export const [AppStateContext, useAppState] = createRequiredContext<AppState>('app state');

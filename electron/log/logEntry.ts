// What the log can say: events, codes, channels and numbers. There is no field for text of a document, a note or
// a search, nor for a path, so that none can get in by mistake.

import type { AppErrorCode } from '../../shared/domain/appError.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import type { FaultPlace } from './faultPlace.ts';

export type LogEntry =
  | {
      readonly event: 'started';
      readonly version: string;
      readonly build: typeof __BUILD_KIND__;
      readonly electron: string;
      readonly policy: Policy['source']['status'];
      readonly isPortable: boolean;
    }
  | { readonly event: 'opened' }
  | { readonly event: 'not_opened'; readonly code: AppErrorCode }
  /** Something the reader asked for could not be done. */
  | { readonly event: 'failure'; readonly channel: string; readonly code: AppErrorCode }
  /** Something is wrong in the program. */
  | ({ readonly event: 'bug'; readonly channel: string } & FaultPlace)
  | { readonly event: 'backup_failed'; readonly code: AppErrorCode }
  /** The check of the whole briefing found damage. */
  | { readonly event: 'found_damaged' }
  /** A process of the window has ended by itself. */
  | { readonly event: 'process_gone'; readonly process: string; readonly reason: string }
  | { readonly event: 'ended' };

/** Whether an event is one that somebody should look at. */
export function wentWrong({ event }: LogEntry): boolean {
  return ['bug', 'backup_failed', 'found_damaged', 'process_gone'].includes(event);
}

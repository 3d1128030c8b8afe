import type Database from 'better-sqlite3';

declare const briefing: unique symbol;

/**
 * The one open connection to a briefing: opened, checked, migrated. Only `openBriefing` and `migrate` make
 * it, and `openToRead` for a copy whose tables may be others.
 */
export type BriefingDb = Database.Database & { readonly [briefing]: true };

import type { Place } from '../../shared/domain/place.ts';
import type { Policy } from '../../shared/policy/policy.ts';
import { failure, ok } from '../../shared/domain/result.ts';
import type { appChannels, AppState, Settings } from '../../shared/ipc/app.ts';
import type { Handlers } from '../../shared/ipc/channel.ts';
import type { BriefingDb } from '../db/briefing/briefingDb.ts';
import { getPackInfo } from '../db/reading.ts';
import { hasStoredSettings, ownSettings, storeSettings } from '../db/own/readerSettings.ts';
import { listAllowedFormats } from '../policy/listAllowedFormats.ts';
import type { FeatureDeps, PolicyDeps } from './featureDeps.ts';

export type AppDeps = PolicyDeps & {
  /** Asked anew each time: a key may have been revoked, a day passed. */
  readonly readPackTrust: () => AppState['trust'];
  readonly versions: Omit<AppState['versions'], 'sqlite'>;
  readonly dataFolder: string;
  readonly window: WindowDeps;
};

/** What the page may ask of its own window. */
export type WindowDeps = {
  readonly finishClosing: () => void;
  readonly takeLink: () => Place | null;
  readonly reload: () => void;
  readonly toggleFullScreen: () => void;
  /** Gives what the system draws of the window the reader's theme. */
  readonly dress: (theme: Settings['theme']) => void;
  readonly print: () => Promise<void>;
};

export function createAppHandlers({
  db,
  policy,
  readPackTrust,
  versions,
  dataFolder,
  window,
}: FeatureDeps & AppDeps): Handlers<typeof appChannels> {
  return {
    getAppState: () =>
      ok({
        pack: getPackInfo(db),
        trust: readPackTrust(),
        policy,
        settings: loadSettings(db, policy),
        isFirstStart: !hasStoredSettings(db),
        versions: { ...versions, sqlite: sqliteVersion(db) },
        dataFolder,
      }),

    saveSettings: (settings) => {
      // The reader's own language stays what it was: it holds again when the policy is gone.
      const own = ownSettings(db).language;
      const stored = policy.managed.includes('language')
        ? { ...settings, language: own }
        : settings;
      storeSettings(db, stored);
      window.dress(stored.theme);
      return ok(withPolicy(stored, policy));
    },

    finishClosing: () => {
      window.finishClosing();
      return ok(null);
    },

    takeLink: () => ok(window.takeLink()),

    reloadPage: () => {
      window.reload();
      return ok(null);
    },

    toggleFullScreen: () => {
      window.toggleFullScreen();
      return ok(null);
    },

    printPage: async ({ documentId }) => {
      const formats = listAllowedFormats(db, policy, { kind: 'document', id: documentId });
      if (!formats.includes('print')) return failure('policy_forbids');
      await window.print();
      return ok(null);
    },
  };
}

/** The reader's settings, and what the admin decided of them. */
export function loadSettings(db: BriefingDb, policy: Policy): Settings {
  return withPolicy(ownSettings(db), policy);
}

function withPolicy(settings: Settings, { language }: Policy): Settings {
  return language === null ? settings : { ...settings, language };
}

function sqliteVersion(db: BriefingDb): string {
  const row = db.prepare<[], { version: string }>('SELECT sqlite_version() AS version').get();
  return row?.version ?? '';
}

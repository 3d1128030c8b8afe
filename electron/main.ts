// The composition root: command line, one instance, data folder, briefing, features, window.

import { app, type BrowserWindow, ipcMain, Menu, session, type IpcMainInvokeEvent } from 'electron';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { isoTimeSchema, type IsoTime } from '../shared/domain/ids.ts';
import { contract } from '../shared/ipc/contract.ts';
import type { Place } from '../shared/domain/place.ts';
import { assertNever, type Failure } from '../shared/domain/result.ts';
import { parsePlaceLink } from '../shared/text/placeLink.ts';
import { APP_ORIGIN, declareAppScheme, serveApp } from './appProtocol.ts';
import { usage } from './commands/command.ts';
import type { ProgramFacts } from './commands/programFacts.ts';
import { runCommand } from './commands/runCommand.ts';
import { complain } from './commands/terminal.ts';
import { composeHandlers } from './composeHandlers.ts';
import { isLocalFolder } from './dataFolder.ts';
import { debuggerAttached } from './debuggerAttached.ts';
import type { BriefingDb } from './db/briefingDb.ts';
import { migrations } from './db/migrations/list.ts';
import { createBackups, type Backups } from './db/createBackups.ts';
import { openBriefing } from './db/openBriefing.ts';
import { purgeExpired } from './db/purgeExpired.ts';
import { createDialogs } from './export/dialogs.ts';
import { printAndEnd } from './export/printAndEnd.ts';
import { createHandoutPrinter } from './export/handoutPrinter.ts';
import { findSetting, putSetting } from './db/setting.ts';
import { loadSettings } from './features/app.ts';
import { registerIpc, type RegisterIpcArgs } from './ipc/registerIpc.ts';
import type { Log } from './log/createLog.ts';
import { faultPlace } from './log/faultPlace.ts';
import { startLog } from './log/startLog.ts';
import { readArguments, REFUSED_EXIT_CODE, type LaunchOptions } from './launchOptions.ts';
import { lockDownProcess } from './lockDown.ts';
import { prepareGround, type Ground, type Machine } from './prepareGround.ts';
import { startFailureHandlers } from './startFailure.ts';
import { startUpkeep } from './startUpkeep.ts';
import { askBeforeClosing, createWindow, storeBeforeStopping } from './window.ts';

const codeFolder = import.meta.dirname;
const assetsFolder = join(codeFolder, 'renderer', 'assets');
const DEBUGGER_SWITCH = 'remote-debugging-port';
const WINDOW_KEY = 'window';
/** Ground colours of the window until the page paints; as in tokens.css. */
const PAPER = '#faf7f0';
const NIGHT = '#1f1c18';

const request = readArguments(ownArguments(), __BUILD_KIND__);
switch (request.kind) {
  case 'refused':
    complain(`研读不接受参数 ${request.argument}。Yandu does not accept this argument.`);
    complain(usage);
    process.exit(REFUSED_EXIT_CODE);
  case 'command':
    process.exit(runCommand(request.command, request.options, programFacts(request.options), now));
  case 'start':
    launch(request.options);
    break;
  default:
    assertNever(request);
}

function programFacts({ packPath }: LaunchOptions): ProgramFacts {
  return {
    machine: thisMachine(),
    version: app.getVersion(),
    electronShipped: __ELECTRON_SHIPPED__,
    packPath: packPath ?? shippedPack(),
    packSha256: packPath === null ? __SHIPPED_PACK_SHA256__ : '',
    nativeBinding: findNativeBinding(),
    ownArguments: process.defaultApp ? process.argv.slice(1, 2) : [],
  };
}

function launch(options: LaunchOptions): void {
  const ground = prepareGround(options, thisMachine());
  // Electron itself writes there, even to say that one cannot.
  app.setPath(
    'userData',
    ground.ok ? ground.value.dataFolder : join(app.getPath('temp'), 'yandu-no-data'),
  );
  lockDownProcess(app);
  declareAppScheme();
  // Tests must not change what this computer opens addresses with.
  if (__BUILD_KIND__ === 'release') app.setAsDefaultProtocolClient('yandu');

  // Two programs on one briefing: the second hands over what it was asked to open and goes.
  if (ground.ok && !app.requestSingleInstanceLock({ link: options.link })) {
    app.exit(0);
    return;
  }
  const log = ground.ok ? startLog(app, ground.value, now) : () => undefined;
  const isDebugged = __BUILD_KIND__ === 'test' && app.commandLine.hasSwitch(DEBUGGER_SWITCH);
  void Promise.all([app.whenReady(), isDebugged ? debuggerAttached() : null]).then(() => {
    Menu.setApplicationMenu(null);
    serveApp(session.defaultSession, join(codeFolder, 'renderer'));
    const opened = ground.ok ? open(options, ground.value.dataFolder) : ground;
    if (ground.ok && opened.ok) start(opened.value, options, ground.value, log);
    else if (!opened.ok) openFailureWindow(opened, log);
    app.on('window-all-closed', () => {
      if (opened.ok) app.quit();
      else app.exit(1);
    });
  });
}

function thisMachine(): Machine {
  const { homedir, username } = userInfo();
  return {
    platform: process.platform,
    env: process.env,
    account: { home: homedir, user: username },
    executable: process.execPath,
    userData: join(app.getPath('appData'), 'Yandu'),
  };
}

function start(db: BriefingDb, options: LaunchOptions, ground: Ground, log: Log): void {
  log({ event: 'opened' });
  app.on('quit', () => {
    db.close();
    log({ event: 'ended' });
  });
  if (options.printHandout !== null) {
    void printAndEnd(db, options.printHandout, assetsFolder);
    return;
  }
  const { dataFolder, policy } = ground;
  const backups = createBackups({
    db,
    folders: [
      backupFolder(dataFolder),
      ...(policy.backupFolder === null ? [] : [policy.backupFolder]),
    ],
    nativeBinding: findNativeBinding(),
    now,
  });
  const stopUpkeep = startUpkeep({
    now,
    backUp: backups.backUp,
    purge: () => {
      purgeExpired(db, now());
    },
    report: ({ code }) => {
      log({ event: 'backup_failed', code });
    },
  });
  app.on('will-quit', stopUpkeep);
  openMainWindow(db, backups, options, ground, log);
}

/** A window with the reason and what to do; when it is closed the program ends with 1. */
function openFailureWindow(reason: Failure, log: Log): void {
  log({ event: 'not_opened', code: reason.code });
  const window = createWindow({
    codeFolder,
    storedState: null,
    saveState: () => undefined,
    backgroundColor: PAPER,
  });
  listen(window, log, startFailureHandlers(reason, askBeforeClosing(window)));
}

/** The one place where channels are opened to a window. */
function listen(
  window: BrowserWindow,
  log: Log,
  handlers: RegisterIpcArgs<IpcMainInvokeEvent>['handlers'],
): void {
  registerIpc<IpcMainInvokeEvent>({
    handle: (channel, listener) => {
      ipcMain.handle(channel, listener);
    },
    contract,
    handlers,
    isTrusted: (event) => isOwnPage(event, window),
    report: (channel, fault) => {
      log(
        'code' in fault
          ? { event: 'failure', channel, code: fault.code }
          : { event: 'bug', channel, ...faultPlace(fault.error) },
      );
    },
  });
}

function open(options: LaunchOptions, dataFolder: string): ReturnType<typeof openBriefing> {
  return openBriefing({
    packPath: options.packPath ?? shippedPack(),
    expectedSha256:
      options.packPath === null && __SHIPPED_PACK_SHA256__ !== '' ? __SHIPPED_PACK_SHA256__ : null,
    briefingPath: join(dataFolder, 'briefing.yandu'),
    migrations,
    nativeBinding: findNativeBinding(),
    useWal: isLocalFolder(dataFolder, process.platform, process.env),
    backup: { folder: backupFolder(dataFolder), madeAt: now() },
  });
}

/** The addon beside main where this runtime needs one of its own (build/electron/stageApp). */
function findNativeBinding(): string | null {
  const path = join(codeFolder, 'better_sqlite3.node');
  return existsSync(path) ? path : null;
}

function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

function openMainWindow(
  db: BriefingDb,
  backups: Backups,
  options: LaunchOptions,
  { policy, dataFolder }: Ground,
  log: Log,
): void {
  let pendingLink: Place | null = options.link === null ? null : parsePlaceLink(options.link);
  const window = createWindow({
    codeFolder,
    storedState: findSetting(db, WINDOW_KEY),
    saveState: (state) => {
      putSetting(db, WINDOW_KEY, state);
    },
    backgroundColor: loadSettings(db, policy).theme === 'night' ? NIGHT : PAPER,
  });
  const finishClosing = askBeforeClosing(window);
  storeBeforeStopping(window);

  listen(
    window,
    log,
    composeHandlers({
      db,
      policy,
      backups,
      now,
      newId: randomUUID,
      trust: { kind: options.packPath === null ? 'shipped' : 'unsigned' },
      versions: {
        app: app.getVersion(),
        electron: process.versions.electron,
        chromium: process.versions.chrome,
        node: process.versions.node,
        electronShipped: __ELECTRON_SHIPPED__,
        electronTested: __ELECTRON_TESTED__,
      },
      dataFolder,
      dialogs: createDialogs(() => window, options.exportFolder),
      printer: createHandoutPrinter(window, assetsFolder),
      window: {
        finishClosing,
        takeLink: () => {
          const place = pendingLink;
          pendingLink = null;
          return place;
        },
        setFullScreen: (isFull) => {
          window.setFullScreen(isFull);
        },
        print: () => printPage(window),
      },
    }),
  );

  const receive = (link: string | null): void => {
    const place = link === null ? null : parsePlaceLink(link);
    if (window.isMinimized()) window.restore();
    window.focus();
    if (!place) return;
    pendingLink = place;
    window.webContents.send('link');
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    receive(linkIn(data));
  });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    receive(url);
  });
}

/** Our own page in the main frame of our own window; a frame that is gone is nobody. */
function isOwnPage(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame;
  if (!frame || window.isDestroyed()) return false;
  if (frame !== window.webContents.mainFrame || frame.parent !== null) return false;
  const { protocol, host } = new URL(frame.url);
  return `${protocol}//${host}` === APP_ORIGIN;
}

/** Resolves when the system's dialog is done with, printed or not. */
function printPage(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    window.webContents.print({ printBackground: true }, () => {
      resolve();
    });
  });
}

function now(): IsoTime {
  return isoTimeSchema.parse(new Date().toISOString());
}

/** The pack in the installed program, or beside the built one. */
function shippedPack(): string {
  const installed = join(process.resourcesPath, 'briefing.yandu');
  return existsSync(installed) ? installed : join(codeFolder, '..', 'briefing.yandu');
}

/** Without the executable, and without the app's folder when Electron itself was started with one. */
function ownArguments(): readonly string[] {
  return process.argv.slice(process.defaultApp ? 2 : 1);
}

/** What a second start handed over: the order of its arguments may change on the way, this does not. */
function linkIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('link' in data)) return null;
  return typeof data.link === 'string' ? data.link : null;
}

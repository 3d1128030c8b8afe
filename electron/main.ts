// The composition root: command line, one instance, data folder, briefing, window.

import { app, Menu, session } from 'electron';
import { join } from 'node:path';
import { assertNever } from '../shared/domain/result.ts';
import { declareAppScheme, serveApp } from './appProtocol.ts';
import { usage } from './commands/command.ts';
import { runCommand } from './commands/runCommand.ts';
import { complain } from './commands/terminal.ts';
import { createShelfDeps } from './createShelfDeps.ts';
import { debuggerAttached } from './debuggerAttached.ts';
import { printAndEnd } from './export/printAndEnd.ts';
import { createIncoming, type Handed, type Incoming } from './incoming.ts';
import {
  packFilePath,
  readArguments,
  REFUSED_EXIT_CODE,
  type LaunchOptions,
} from './launchOptions.ts';
import { lockDownProcess } from './lockDown.ts';
import type { Log } from './log/createLog.ts';
import { startLog } from './log/startLog.ts';
import { now } from './now.ts';
import { openFailureWindow } from './openFailureWindow.ts';
import { openMainWindow } from './openMainWindow.ts';
import { openShelf } from './packs/openShelf.ts';
import type { OpenedBriefing } from './packs/shelfDeps.ts';
import { prepareGround, type Ground } from './prepareGround.ts';
import { assetsFolder, pageFolder } from './programPaths.ts';
import { readProgramFacts } from './readProgramFacts.ts';
import { thisMachine } from './thisMachine.ts';

const DEBUGGER_SWITCH = 'remote-debugging-port';

const request = readArguments(ownArguments(), __BUILD_KIND__);
switch (request.kind) {
  case 'refused':
    complain(`研读不接受参数 ${request.argument}。Yandu does not accept this argument.`);
    complain(usage);
    process.exit(REFUSED_EXIT_CODE);
  case 'command': {
    const { command, options } = request;
    process.exit(runCommand(command, options, readProgramFacts(app, options), now));
  }
  case 'start':
    launch(request.options);
    break;
  default:
    assertNever(request);
}

function launch(options: LaunchOptions): void {
  const ground = prepareGround(options, thisMachine(app));
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
  const { link, packFile } = options;
  const path = packFile === null ? null : packFilePath(packFile, process.cwd());
  const asked: Handed = { link, packFile: path };
  if (ground.ok && !app.requestSingleInstanceLock(asked)) {
    app.exit(0);
    return;
  }
  const log = ground.ok ? startLog(app, ground.value, now) : () => undefined;
  const incoming = createIncoming(asked);
  // macOS hands files over before the program is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    incoming.receive({ packFile: file });
  });
  const isDebugged = __BUILD_KIND__ === 'test' && app.commandLine.hasSwitch(DEBUGGER_SWITCH);
  void Promise.all([app.whenReady(), isDebugged ? debuggerAttached() : null]).then(async () => {
    Menu.setApplicationMenu(null);
    serveApp(session.defaultSession, pageFolder);
    const opened = ground.ok ? await openShelf(createShelfDeps(options, ground.value)) : ground;
    let isOpen = opened.ok;
    if (ground.ok && opened.ok) {
      start({ opened: opened.value, options, ground: ground.value, incoming, log });
    } else if (!opened.ok) {
      openFailureWindow({
        reason: opened,
        ground: ground.ok ? ground.value : null,
        options,
        log,
        start: (openedAfterAll, preparedGround) => {
          isOpen = true;
          start({ opened: openedAfterAll, options, ground: preparedGround, incoming, log });
        },
      });
    }
    // A failure window that is closed without anything done ends the program with 1.
    app.on('window-all-closed', () => {
      if (isOpen) app.quit();
      else app.exit(1);
    });
  });
}

type StartArgs = {
  readonly opened: OpenedBriefing;
  readonly options: LaunchOptions;
  readonly ground: Ground;
  readonly incoming: Incoming;
  readonly log: Log;
};

/** Goes on with an open briefing: its window, or one handout printed and no window at all. */
function start(args: StartArgs): void {
  const { db } = args.opened;
  const { printHandout } = args.options;
  args.log({ event: 'opened' });
  if (printHandout === null) {
    openMainWindow(args);
    return;
  }
  app.on('quit', () => {
    db.close();
    args.log({ event: 'ended' });
  });
  const { policy } = args.ground;
  void printAndEnd({ db, request: printHandout, policy, assets: assetsFolder });
}

/** Without the executable, and without the app's folder when Electron itself was started with one. */
function ownArguments(): readonly string[] {
  return process.argv.slice(process.defaultApp ? 2 : 1);
}

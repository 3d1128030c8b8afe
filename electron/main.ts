// The composition root: command line, one instance, data folder, briefing, window.

import { app, dialog, Menu, session } from 'electron';
import { join } from 'node:path';
import { assertNever } from '../shared/domain/result.ts';
import { declareAppScheme, serveApp } from './appProtocol.ts';
import { usage } from './commands/command.ts';
import { runCommand } from './commands/runCommand.ts';
import { complain } from './commands/terminal.ts';
import { debuggerAttached } from './debuggerAttached.ts';
import { endWithoutFace } from './endWithoutFace.ts';
import { createIncoming, type Handed } from './incoming.ts';
import {
  packFilePath,
  readArguments,
  REFUSED_EXIT_CODE,
  type LaunchOptions,
} from './launchOptions.ts';
import { lockDownProcess } from './lockDown.ts';
import { startLog } from './log/startLog.ts';
import { menuTemplate } from './menuTemplate.ts';
import { now } from './now.ts';
import { openFirstWindow } from './openFirstWindow.ts';
import { prepareGround } from './prepareGround.ts';
import { APP_ID, pageFolder } from './programPaths.ts';
import { readProgramFacts } from './readProgramFacts.ts';
import { receiveBeforeOpen } from './receiveBeforeOpen.ts';
import { thisMachine } from './thisMachine.ts';
import { watchFaults } from './watchFaults.ts';

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
    launch(request.options).catch((error: unknown) => {
      endWithoutFace(app, dialog, error);
    });
    break;
  default:
    assertNever(request);
}

/** Fails where not even a window can say what went wrong. */
async function launch(options: LaunchOptions): Promise<void> {
  const faults = watchFaults();
  const ground = prepareGround(options, thisMachine(app));
  // Electron itself writes there, even to say that one cannot.
  app.setPath(
    'userData',
    ground.ok ? ground.value.dataFolder : join(app.getPath('temp'), 'yandu-no-data'),
  );
  lockDownProcess(app);
  declareAppScheme();
  // Windows puts a window under the button of the shortcut that an installer made by this name.
  app.setAppUserModelId(APP_ID);
  // Neither tests nor a program on a stick change what this computer opens addresses with.
  const isPortable = ground.ok && ground.value.isPortable;
  if (__BUILD_KIND__ === 'release' && !isPortable) app.setAsDefaultProtocolClient('yandu');

  // Two programs on one briefing: the second hands over what it was asked to open and goes.
  const { link, packFile } = options;
  const path = packFile === null ? null : packFilePath(packFile, process.cwd());
  const asked: Handed = { link, packFile: path };
  if (ground.ok && !app.requestSingleInstanceLock(asked)) {
    app.exit(0);
    return;
  }
  const log = ground.ok ? startLog(app, ground.value, { faults, now }) : () => undefined;
  const incoming = createIncoming(asked);
  receiveBeforeOpen(app, incoming);
  const isDebugged = __BUILD_KIND__ === 'test' && app.commandLine.hasSwitch(DEBUGGER_SWITCH);
  await Promise.all([app.whenReady(), isDebugged ? debuggerAttached() : null]);
  const menu = menuTemplate(process.platform, app.getLocale());
  Menu.setApplicationMenu(menu && Menu.buildFromTemplate(menu));
  serveApp(session.defaultSession, pageFolder);
  await openFirstWindow({ options, ground, incoming, log, faults });
}

/** Without the executable, and without the app's folder when Electron itself was started with one. */
function ownArguments(): readonly string[] {
  return process.argv.slice(process.defaultApp ? 2 : 1);
}

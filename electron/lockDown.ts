// Every door that Electron leaves open by default, shut: network, permissions, navigation, new windows.

import type { App, Session, WebContents } from 'electron';
import { APP_ORIGIN } from './appProtocol.ts';

/** Before the app is ready: no renderer without a sandbox, no proxy look-up, no name resolution. */
export function lockDownProcess(app: App): void {
  // Chromium's sandbox refuses to run as root, as build machines do: their launcher says --no-sandbox,
  // which a release does not accept. Every renderer is sandboxed by its own preferences besides.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('session-created', lockDownSession);
  app.on('web-contents-created', (_event, contents) => {
    lockDownContents(contents);
  });
}

/** On every session, also those made later: only our own scheme loads, and nothing is permitted. */
function lockDownSession(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isOwnUrl(details.url) });
  });
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(isClipboardWrite(permission, contents.getURL()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isClipboardWrite(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => {
    answer({ confirmed: false });
  });
  // No class of USB device may be claimed.
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => {
    answer({});
  });
  session.setSpellCheckerEnabled(false);
  // Empty languages keep Chromium from fetching dictionaries; macOS has its own and no such list.
  if (process.platform !== 'darwin') session.setSpellCheckerLanguages([]);
  void session.setProxy({ mode: 'direct' });
}

function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault();
    answer('');
  });
  // The page never navigates: every room is one document.
  for (const navigation of ['will-navigate', 'will-frame-navigate', 'will-redirect'] as const) {
    contents.on(navigation as 'will-navigate', (event) => {
      event.preventDefault();
    });
  }
}

/** Ours: the app scheme, what the page itself made (blob), and the inspector of development builds. */
function isOwnUrl(url: string): boolean {
  const { protocol } = new URL(url);
  const isInspector = __BUILD_KIND__ !== 'release' && protocol === 'devtools:';
  return protocol === 'app:' || isInspector || url.startsWith(`blob:${APP_ORIGIN}/`);
}

function isClipboardWrite(permission: string, url: string): boolean {
  if (permission !== 'clipboard-sanitized-write') return false;
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}` === APP_ORIGIN;
}

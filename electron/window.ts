// The one window: hardened, where it was when it was closed, and asked before it goes.

import { BrowserWindow, powerMonitor, screen, type Rectangle } from 'electron';
import { join } from 'node:path';
import { z } from 'zod';
import type { Settings } from '../shared/ipc/app.ts';
import type { WindowEvent } from '../shared/ipc/windowEvents.ts';
import { APP_ORIGIN } from './appProtocol.ts';
import { applyTheme } from './windowTheme.ts';

const windowStateSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximized: z.boolean(),
  isFullScreen: z.boolean().default(false),
});
type WindowState = z.infer<typeof windowStateSchema>;

const MINIMUM = { width: 720, height: 480 };
const USUAL = { width: 1440, height: 900 };
/** How long the page may take to store what is still being typed. */
const CLOSING_LIMIT_MS = 3_000;

type WindowArgs = {
  readonly codeFolder: string;
  readonly storedState: unknown;
  readonly theme: Settings['theme'];
};

export function createWindow({ codeFolder, storedState, theme }: WindowArgs): BrowserWindow {
  const parsed = windowStateSchema.safeParse(storedState);
  const state = parsed.success ? parsed.data : null;
  const window = new BrowserWindow({
    ...(state ? boundsOnScreen(state) : usualBounds()),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: '研读 Yandu',
    backgroundColor: applyTheme(theme),
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(codeFolder, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: __BUILD_KIND__ !== 'release',
      v8CacheOptions: 'code',
    },
  });
  if (state?.isMaximized) window.maximize();
  if (state?.isFullScreen) window.setFullScreen(true);
  window.once('ready-to-show', () => {
    window.show();
  });
  // The page names the document; the window keeps the program's name.
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  void window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}

/** Says one of main's few words to the page. What main waits for may come when the window has gone. */
export function tell(window: BrowserWindow, event: WindowEvent): void {
  if (!window.isDestroyed()) window.webContents.send(event);
}

/**
 * Before the window closes the page stores what is still being typed and answers. A page that hangs or
 * is gone does not keep the window open. Returns what the page's answer must call.
 */
export function askBeforeClosing(window: BrowserWindow): () => void {
  let mayClose = false;
  let timer: NodeJS.Timeout | null = null;
  const finish = (): void => {
    if (timer !== null) clearTimeout(timer);
    mayClose = true;
    if (!window.isDestroyed()) window.close();
  };
  window.on('close', (event) => {
    if (mayClose || window.webContents.isCrashed()) return;
    event.preventDefault();
    timer ??= setTimeout(finish, CLOSING_LIMIT_MS);
    tell(window, 'closing');
  });
  return finish;
}

/**
 * Keeps where the window was when it closes. To be called after `askBeforeClosing`: on a full disk this fails, and
 * what is being typed must not go with it.
 */
export function keepBounds(window: BrowserWindow, save: (state: WindowState) => void): void {
  window.on('close', () => {
    const bounds = window.getNormalBounds();
    const [isMaximized, isFullScreen] = [window.isMaximized(), window.isFullScreen()];
    save({ ...bounds, isMaximized, isFullScreen });
  });
}

/** Has the page store what is being typed when the machine goes to sleep, shuts down or ends the session. */
export function storeBeforeStopping(window: BrowserWindow): void {
  const store = (): void => {
    tell(window, 'store');
  };
  powerMonitor.on('suspend', store);
  powerMonitor.on('shutdown', store);
  window.on('session-end', store);
  window.on('query-session-end', store);
}

function usualBounds(): { width: number; height: number } {
  const { width, height } = screen.getPrimaryDisplay().workAreaSize;
  return { width: Math.min(USUAL.width, width), height: Math.min(USUAL.height, height) };
}

/** Stored bounds, unless the screen they were on is gone. */
function boundsOnScreen({ x, y, width, height }: Rectangle): Partial<Rectangle> {
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
  const isVisible =
    x < area.x + area.width && x + width > area.x && y < area.y + area.height && y + 40 > area.y;
  return isVisible ? { x, y, width, height } : usualBounds();
}

import type { ElectronApplication } from '@playwright/test';

/**
 * Sends keys to the window in one go, as fast as a keyboard can: `Control+K g d p Enter`. Names are those of
 * Electron's accelerators; a single character is typed as well.
 */
export async function pressAtOnce(app: ElectronApplication, keys: string): Promise<void> {
  const strokes = keys.split(' ').map((key) => {
    const [keyCode = '', ...modifiers] = key.split('+').toReversed();
    return { keyCode, modifiers: modifiers.map((one) => one.toLowerCase()) };
  });
  await app.evaluate(({ BrowserWindow }, all) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const { keyCode, modifiers } of all) {
      const stroke = { keyCode, modifiers: modifiers as ('control' | 'shift' | 'alt')[] };
      page?.sendInputEvent({ type: 'keyDown', ...stroke });
      const isTyped = keyCode.length === 1 && !modifiers.includes('control');
      if (isTyped) page?.sendInputEvent({ type: 'char', ...stroke });
      page?.sendInputEvent({ type: 'keyUp', ...stroke });
    }
  }, strokes);
}

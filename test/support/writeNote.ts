import { expect, type Page } from '@playwright/test';

/** Presses the keys of a new note and types into the field they open, until it is stored. The note stays open. */
export async function writeNote(window: Page, keys: string, note: string): Promise<void> {
  await window.keyboard.press(keys);
  await typeNote(window, note);
}

/** Types into the field of a note that a key or a button has opened, until it is stored. The note stays open. */
export async function typeNote(window: Page, note: string): Promise<void> {
  const field = window.getByRole('textbox', { name: '笔记内容' });
  await expect(field).toBeFocused();
  await window.keyboard.type(note);
  await expect(window.getByText('已保存', { exact: true })).toBeVisible();
}

/** Leaves the field of a note that is stored, and closes it. */
export async function closeNote(window: Page): Promise<void> {
  await expect(window.getByText('已保存', { exact: true })).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('textbox', { name: '笔记内容' })).not.toBeFocused();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('textbox', { name: '笔记内容' })).toHaveCount(0);
}

import { expect, type Page } from '@playwright/test';
import { selectText } from './selectText.ts';

/** Copies the address of a passage; the clipboard has it when this ends. */
export async function copyLink(window: Page, passage: string): Promise<void> {
  await selectText(window, passage);
  await window.keyboard.press('l');
  await expect(window.locator('footer [role="status"]')).toHaveText('已复制这一处的链接');
}

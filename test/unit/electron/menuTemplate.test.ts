import { expect, it } from 'vitest';
import { menuTemplate } from '../../../electron/menuTemplate.ts';

const rolesFor = (platform: NodeJS.Platform): readonly unknown[] =>
  (menuTemplate(platform, 'zh-CN') ?? []).flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu.map(({ role }) => role) : [],
  );

it('gives macOS the keys that it has from its menu alone', () => {
  expect(rolesFor('darwin')).toEqual(
    expect.arrayContaining(['undo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'hide', 'quit']),
  );
});

it('offers nothing that reloads, inspects, or hands text to another program', () => {
  expect(rolesFor('darwin')).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/reload|devtools|services|speaking/i)]),
  );
});

it('speaks the language of the system', () => {
  expect(JSON.stringify(menuTemplate('darwin', 'zh-Hans'))).toContain('退出研读');
  expect(JSON.stringify(menuTemplate('darwin', 'en-US'))).toContain('Quit Yandu');
});

it('is none on other systems', () => {
  expect(menuTemplate('win32', 'zh-CN')).toBeNull();
  expect(menuTemplate('linux', 'zh-CN')).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { comboOf, isSingleKey } from '../../../../renderer/app/shortcut.ts';

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('comboOf', () => {
  it.each([
    [{ ...bare, key: 'j' }, 'J'],
    [{ ...bare, key: '?', shiftKey: true }, '?'],
    [{ ...bare, key: 'z', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
    [{ ...bare, key: 'k', metaKey: true }, 'Ctrl+K'],
    [{ ...bare, key: 'ArrowLeft', altKey: true }, 'Alt+ArrowLeft'],
  ])('reads a key press as people write it', (press, combo) => {
    expect(comboOf(press)).toBe(combo);
  });
});

describe('isSingleKey', () => {
  it('knows which keys would fire while one types', () => {
    expect(['J', '/', '?', 'Shift+G'].map(isSingleKey)).toEqual([true, true, true, true]);
    expect(['Ctrl+K', 'Alt+1', 'ArrowDown', 'F11', 'Escape'].some(isSingleKey)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { faultPlace } from '../../../../electron/log/faultPlace.ts';

const canary = '金丝雀机密';

function fail(): never {
  JSON.parse(canary);
  throw new Error('unreachable');
}

describe('faultPlace', () => {
  it('says where, and never what it failed on, which a message quotes', () => {
    const thrown = (() => {
      try {
        return fail();
      } catch (error) {
        return error;
      }
    })();

    expect(String(thrown)).toContain(canary);
    const place = faultPlace(thrown);
    expect(place.fault).toBe('SyntaxError');
    expect(place.at.join('\n')).toContain('fail faultPlace.test.ts:');
    expect(JSON.stringify(place)).not.toContain(canary);
  });

  it('takes a message of several lines for a message, and a folder for nobody’s business', () => {
    const error = new Error('x');
    error.stack = `Error: one\n    at ${canary} says\n    at run (/home/${canary}/app/main.cjs:10:5)\n    at async C:\\Users\\${canary}\\main.cjs:3:4`;

    expect(faultPlace(error).at).toEqual(['run main.cjs:10:5', 'main.cjs:3:4']);
  });

  it('names the code of SQLite and of the system', () => {
    expect(faultPlace(Object.assign(new Error(canary), { code: 'SQLITE_CORRUPT' })).fault).toBe(
      'SQLITE_CORRUPT',
    );
    expect(faultPlace(Object.assign(new Error('x'), { code: `a ${canary}` })).fault).toBe('Error');
    expect(faultPlace(canary)).toEqual({ fault: 'not an error', at: [] });
  });
});

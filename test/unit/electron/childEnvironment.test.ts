import { expect, it } from 'vitest';
import { childEnvironment } from '../../../electron/childEnvironment.ts';

const env = {
  SystemRoot: 'C:\\Windows',
  TEMP: 'C:\\Temp',
  PATH: 'C:\\x',
  NODE_OPTIONS: '--inspect',
};

it('is empty, but on Windows names the system and the folder for temporary files', () => {
  expect(childEnvironment('linux', env)).toEqual({});
  expect(childEnvironment('darwin', env)).toEqual({});
  expect(childEnvironment('win32', env)).toEqual({ SystemRoot: 'C:\\Windows', TEMP: 'C:\\Temp' });
});

// Fails when the language files hold a text that nothing shows. Run in a project folder, after its types
// were found sound.

import { resolve } from 'node:path';
import ts from 'typescript';
import { listUnusedTexts } from './unusedTexts.ts';

const rooms = ['renderer', 'electron'].map((room) => {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined };
  const read = ts.getParsedCommandLineOfConfigFile(resolve(room, 'tsconfig.json'), {}, host);
  if (read === undefined) throw new Error(`${room}/tsconfig.json cannot be read.`);
  return read;
});
const [{ options } = { options: {} }] = rooms;
const shared = ts.sys.readDirectory(resolve('shared'), ['.ts']);
const files = new Set([...rooms.flatMap(({ fileNames }) => fileNames), ...shared]);

const unused = listUnusedTexts([...files], options);
for (const text of unused) console.error(`${text} is shown nowhere.`);
process.exitCode = unused.length === 0 ? 0 : 1;

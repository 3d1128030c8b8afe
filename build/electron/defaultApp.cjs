// What a stock Electron does with `electron <folder>`: runs the application in that folder.
'use strict';
const { app } = require('electron');
const { join, resolve } = require('node:path');

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (named === undefined) {
  process.stderr.write('Name the folder of the application to run.\n');
  process.exit(1);
}
const folder = resolve(named);
const manifest = require(join(folder, 'package.json'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
process.defaultApp = true;
require(join(folder, manifest.main));

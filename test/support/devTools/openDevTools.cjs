// Runs a staged program as its own main process would, and asks for the inspector of its window; then for that of a
// window of Electron's own, which has one. Prints what came of the two.
'use strict';
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

const folder = process.env.YANDU_APP_FOLDER;
// A release takes no switches, and those that start it here are not its own.
process.argv = [process.argv[0], folder];

app.once('web-contents-created', (_created, own) => {
  own.once('did-finish-load', () => {
    const control = new BrowserWindow({ show: false }).webContents;
    // An inspector is made while it is asked for, and loads afterwards.
    const inspectors = [];
    app.on('web-contents-created', (_event, inspector) => inspectors.push(inspector));
    own.openDevTools();
    const hasInspector = inspectors.length > 0;
    control.openDevTools();
    const end = (outcome) => () => {
      process.stdout.write(`${JSON.stringify({ hasInspector, outcome })}\n`);
      app.exit(0);
    };
    const [last] = inspectors.slice(-1);
    last.once('did-finish-load', end('loaded'));
    last.once('did-fail-load', end('blocked'));
  });
});
require(join(folder, 'main.cjs'));

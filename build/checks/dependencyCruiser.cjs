// Who may import whom. The rooms and their walls are described in the README, "How it is built".
'use strict';

const panes = 'reader|search|notes|handout|packs';

module.exports = {
  forbidden: [
    {
      name: 'shared-imports-no-room',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|build|test)/' },
    },
    {
      name: 'shared-is-pure',
      comment: 'No Node, no window, no database in the core.',
      severity: 'error',
      from: { path: '^shared/' },
      to: {
        path: [
          '(^|/)node_modules/(electron|better-sqlite3|react|react-dom|docx|pdfjs-dist)/',
          '^node:',
        ],
      },
    },
    {
      name: 'shared-has-no-node',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-stays-in-its-room',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^(renderer|build|test)/' },
    },
    {
      name: 'renderer-stays-in-its-room',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(electron|build|test)/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'build-stays-in-its-room',
      severity: 'error',
      from: { path: '^build/' },
      to: { path: '^(electron|renderer|test)/' },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^electron/features/([^/.]+)' },
      to: {
        path: '^electron/features/',
        pathNot: ['^electron/features/$1[/.]', '^electron/features/featureDeps\\.ts$'],
      },
    },
    {
      name: 'panes-do-not-import-each-other',
      severity: 'error',
      from: { path: `^renderer/(${panes})/` },
      to: { path: `^renderer/(${panes})/`, pathNot: '^renderer/$1/' },
    },
    {
      name: 'electron-at-the-edge',
      comment: 'The module itself; its types may be named anywhere in the room.',
      severity: 'error',
      from: {
        pathNot:
          '^(electron/(main|preload|window|openFirstWindow|openMainWindow|openFailureWindow|windowTheme|listen|appProtocol)\\.ts$|electron/export/|build/electron/defaultApp\\.cjs$|test/)',
      },
      to: { path: '(^|/)node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sqlite-in-its-place',
      severity: 'error',
      from: { pathNot: '^(electron/(db|search)|build/pack|test)/' },
      to: { path: '(^|/)node_modules/better-sqlite3/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: ['\\.css$', '\\?(url|worker)$'] },
    tsPreCompilationDeps: true,
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
};

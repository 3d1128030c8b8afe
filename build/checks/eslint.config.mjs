// The linter reads types. Beside its strict rules it bans what would break a promise: a connection, a
// string run as markup, a channel opened past the contract.
import { resolve } from 'node:path';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Without it the parser takes this file's folder for the project's root and finds no tsconfig above it.
const projectFolder = resolve(import.meta.dirname, '..', '..');

const networkModules = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'];
const noNetworkModules = {
  paths: [
    ...[...networkModules, ...networkModules.map((name) => `node:${name}`), 'undici'].map(
      (name) => ({
        name,
        message: 'This program never opens a connection.',
      }),
    ),
    { name: 'electron', importNames: ['net'], message: 'This program never opens a connection.' },
    { name: 'electron-updater', message: 'Updates come as files.' },
  ],
};

const noNetworkGlobals = [
  ...['XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'RTCPeerConnection'],
].map((name) => ({ name, message: 'This program never opens a connection.' }));
const noFetch = { name: 'fetch', message: 'Only the window may fetch, and only from app://.' };

const bannedEverywhere = [
  {
    selector: 'MemberExpression[property.name="sendBeacon"]',
    message: 'This program never opens a connection.',
  },
  {
    selector:
      'MemberExpression[property.name=/^(XMLHttpRequest|WebSocket|WebTransport|EventSource|RTCPeerConnection)$/]',
    message: 'This program never opens a connection.',
  },
  {
    selector: 'MemberExpression[object.name=/^(globalThis|self)$/][property.name="fetch"]',
    message: 'Only the window may fetch, and only from app://.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Text is shown as text nodes.',
  },
  {
    selector: 'Property[key.name="dangerouslySetInnerHTML"]',
    message: 'Text is shown as text nodes.',
  },
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Text is shown as text nodes.',
  },
  {
    selector: 'MemberExpression[property.name="openExternal"]',
    message: 'Nothing is handed to another program; addresses can be copied.',
  },
  {
    selector: 'ExportDefaultDeclaration',
    message: 'Export by name, so that a thing is called the same everywhere.',
  },
  { selector: 'TSEnumDeclaration', message: 'Node runs this source by stripping types.' },
];

const noChannelsPastTheContract = {
  selector: 'MemberExpression[object.name="ipcMain"]',
  message: 'Channels are opened by registerIpc alone.',
};

export default tseslint.config(
  { ignores: ['node_modules/**', 'dist/**', 'out/**', '**/*.{mjs,cjs,js}'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: projectFolder } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A number in a sentence reads as itself.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Code points are what a spread string is meant to give here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `() => setOpen(true)` is how React is written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'no-restricted-imports': ['error', noNetworkModules],
      'no-restricted-globals': ['error', ...noNetworkGlobals, noFetch],
      'no-restricted-syntax': ['error', ...bannedEverywhere, noChannelsPastTheContract],
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'prefer-const': 'error',
      'no-var': 'error',
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    rules: { 'no-restricted-globals': ['error', ...noNetworkGlobals] },
  },
  {
    // What runs in the page to prove that its fetch is refused.
    files: ['test/e2e/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...noNetworkGlobals] },
  },
  {
    // The one place that hands Electron's own `handle` to registerIpc.
    files: ['electron/ipc/**/*.ts', 'electron/listen.ts'],
    rules: { 'no-restricted-syntax': ['error', ...bannedEverywhere] },
  },
  {
    // Commands speak to a terminal.
    files: ['build/**/*.ts', 'test/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Vite, Vitest and Playwright look for a default export in their configuration.
    files: ['**/*.config.ts', 'test/runFolder.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...bannedEverywhere.filter(({ selector }) => selector !== 'ExportDefaultDeclaration'),
      ],
    },
  },
);

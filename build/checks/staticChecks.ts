export type Check = {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
};

const rooms = ['shared', 'electron', 'renderer', 'build', 'test'];

/** The checkers that read the source without running it. Each counts as one test. */
export const staticChecks: readonly Check[] = [
  {
    name: 'types',
    command: 'tsc',
    args: ['-b'],
  },
  {
    name: 'lint',
    command: 'eslint',
    args: ['-c', 'build/checks/eslint.config.mjs', '--max-warnings', '0', ...rooms],
  },
  {
    name: 'import rules',
    command: 'depcruise',
    args: ['--config', 'build/checks/dependencyCruiser.cjs', ...rooms],
  },
  {
    name: 'unused exports and dependencies',
    command: 'knip',
    args: ['-c', 'build/checks/knip.jsonc'],
  },
  {
    name: 'unused texts',
    command: process.execPath,
    args: ['build/checks/unusedTextsCli.ts'],
  },
  {
    name: 'format',
    command: 'prettier',
    args: ['--config', 'build/prettier.json', '--check', '--log-level', 'warn', '.'],
  },
];

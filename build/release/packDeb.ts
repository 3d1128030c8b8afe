import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  rm,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectFolder } from '../electron/projectPaths.ts';
import { readProgram } from '../electron/runProgram.ts';
import { StepFailure } from '../electron/stepFailure.ts';

type PackDebArgs = {
  /** The unpacked test build. */
  readonly programFolder: string;
  readonly version: string;
  readonly outFolder: string;
};

// No space in it: Chromium cannot start its set-user-id helper from a folder with one.
const installFolder = 'opt/Yandu-TEST';
const executable = 'yandu-TEST';
const templates = join(projectFolder, 'node_modules', 'app-builder-lib', 'templates', 'linux');
const icons = join(projectFolder, 'build', 'resources', 'icons');

const builderConfig = z.object({
  fileAssociations: z.tuple([
    z.object({ ext: z.string(), description: z.string(), mimeType: z.string() }),
  ]),
  protocols: z.tuple([z.object({ schemes: z.tuple([z.string()]) })]),
  linux: z.object({ category: z.string(), synopsis: z.string(), maintainer: z.string() }),
  deb: z.object({ depends: z.array(z.string()) }),
});
type BuilderConfig = z.infer<typeof builderConfig>;

/**
 * Makes a .deb of the unpacked test build with dpkg-deb alone, where electron-builder's own tools cannot be
 * fetched: with the dependencies of electron-builder.yml and electron-builder's own scripts, so that what is
 * installed in the tests is what a release's package would install.
 *
 * @returns its path.
 */
export async function packDeb({ programFolder, version, outFolder }: PackDebArgs): Promise<string> {
  const file = join(outFolder, `yandu-TEST_${version}_amd64.deb`);
  const root = await mkdtemp(join(outFolder, 'deb-TEST-'));
  try {
    const config = builderConfig.parse(
      parse(await readFile(join(projectFolder, 'electron-builder.yml'), 'utf8')),
    );
    await chmod(root, 0o755);
    await linkProgram(programFolder, root);
    await writeDesktopFiles(root, config);
    await writeControl(root, version, config);
    await must('dpkg-deb', ['--root-owner-group', '-Zzstd', '-z1', '--build', root, file]);
    return file;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

async function linkProgram(programFolder: string, root: string): Promise<void> {
  const target = join(root, installFolder);
  await mkdir(join(root, 'opt'), { recursive: true });
  await must('cp', ['-al', programFolder, target]);
  // A copy of its own: its mode is the business of the package's script on the machine it comes to.
  await rm(join(target, 'chrome-sandbox'));
  await copyFile(join(programFolder, 'chrome-sandbox'), join(target, 'chrome-sandbox'));
  await chmod(join(target, 'chrome-sandbox'), 0o755);
  // Written anew, because the linked file is the unpacked build's.
  const profile = join(target, 'resources', 'apparmor-profile');
  await rm(profile, { force: true });
  await writeFile(profile, await fillTemplate('apparmor-profile.tpl'));
}

async function writeDesktopFiles(root: string, config: BuilderConfig): Promise<void> {
  const [association] = config.fileAssociations;
  const [{ schemes }] = config.protocols;
  const share = join(root, 'usr', 'share');
  const desktop = [
    '[Desktop Entry]',
    'Name=Yandu TEST',
    `Exec=/${installFolder}/${executable} %U`,
    'Terminal=false',
    'Type=Application',
    `Icon=${executable}`,
    'StartupWMClass=yandu',
    `Comment=${config.linux.synopsis}`,
    `MimeType=${association.mimeType};x-scheme-handler/${schemes[0]};`,
    `Categories=${config.linux.category};`,
  ];
  const mime = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">',
    `<mime-type type="${association.mimeType}">`,
    `  <glob pattern="*.${association.ext}"/>`,
    `  <comment>${association.description}</comment>`,
    '</mime-type>',
    '</mime-info>',
  ];
  await writeLines(join(share, 'applications', `${executable}.desktop`), desktop);
  await writeLines(join(share, 'mime', 'packages', `${executable}.xml`), mime);
  for (const name of await readdir(icons)) {
    const folder = join(share, 'icons', 'hicolor', basename(name, '.png'), 'apps');
    await mkdir(folder, { recursive: true });
    await copyFile(join(icons, name), join(folder, `${executable}.png`));
  }
}

async function writeControl(root: string, version: string, config: BuilderConfig): Promise<void> {
  const folder = join(root, 'DEBIAN');
  await writeLines(join(folder, 'control'), [
    'Package: yandu-test',
    `Version: ${version}`,
    'Architecture: amd64',
    'Section: text',
    'Priority: optional',
    `Maintainer: ${config.linux.maintainer}`,
    `Depends: ${config.deb.depends.join(', ')}`,
    `Description: ${config.linux.synopsis}`,
    ' TEST build, for the tests of this project only.',
  ]);
  const scripts = [
    ['postinst', 'after-install.tpl'],
    ['postrm', 'after-remove.tpl'],
  ] as const;
  for (const [name, template] of scripts) {
    await writeFile(join(folder, name), await fillTemplate(template), { mode: 0o755 });
  }
}

/** electron-builder's own scripts, filled in as it does. */
async function fillTemplate(name: string): Promise<string> {
  const values: Readonly<Record<string, string>> = {
    executable,
    sanitizedProductName: basename(installFolder),
  };
  const template = await readFile(join(templates, name), 'utf8');
  return template.replace(/\$\{(\w+)\}/g, (_, key: string) => values[key] ?? '');
}

async function writeLines(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, `${lines.join('\n')}\n`);
}

async function must(command: string, args: readonly string[]): Promise<void> {
  const { exitCode, output } = await readProgram(command, args);
  if (exitCode === 0) return;
  throw new StepFailure(`${command} failed.\n${output.trim()}`, 'read the lines above.');
}

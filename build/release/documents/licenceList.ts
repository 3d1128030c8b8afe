import type { RuntimeParts } from './runtimeParts.ts';
import type { ShippedPackage } from './shippedPackages.ts';

/** Every licence in the program, with its text. Goes into the program and beside the installers. */
export function composeLicenceList(
  packages: readonly ShippedPackage[],
  runtime: RuntimeParts,
  ownLicence: string,
): string {
  const heading = (name: string): string => `${'='.repeat(78)}\n${name}\n${'='.repeat(78)}\n`;
  const parts = [
    `${heading('Yandu (MIT)')}\n${ownLicence.trim()}\n`,
    `${heading(`Electron ${runtime.electron} (MIT)`)}\nLICENSE.electron.txt beside the program.\n`,
    `${heading(`Chromium ${runtime.chromium}, Node ${runtime.node} and what they contain`)}\n` +
      'LICENSES.chromium.html beside the program.\n',
    `${heading(`SQLite ${runtime.sqlite} (public domain)`)}\n` +
      'The authors of SQLite have dedicated its code to the public domain.\n',
    ...packages.map(
      ({ name, version, licence, texts }) =>
        `${heading(`${name} ${version} (${licence})`)}\n${texts.join('\n\n')}\n`,
    ),
  ];
  return parts.join('\n');
}

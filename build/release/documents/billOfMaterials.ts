import { randomUUID } from 'node:crypto';
import { Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import type { RuntimeParts } from './runtimeParts.ts';
import type { ShippedPackage } from './shippedPackages.ts';

type BillArgs = {
  readonly name: string;
  readonly version: string;
  readonly builtAt: Date;
  readonly packages: readonly ShippedPackage[];
  readonly runtime: RuntimeParts;
};

/**
 * The bill of materials as CycloneDX 1.6 JSON. `npm sbom` would miss most of it: what the bundler puts in
 * is a development dependency to npm, and of Electron, Chromium, Node and SQLite it knows nothing.
 * Throws when the result is not what CycloneDX's own schema asks for.
 */
export async function composeBill(args: BillArgs): Promise<string> {
  const program = new Models.Component(Enums.ComponentType.Application, args.name, {
    bomRef: 'program',
    version: args.version,
    licenses: licence('MIT'),
  });
  const components = [
    ...runtimeComponents(args.runtime),
    ...args.packages.map((one) => packageComponent(one)),
  ];
  for (const { bomRef } of components) program.dependencies.add(bomRef);
  const bill = new Models.Bom({
    serialNumber: `urn:uuid:${randomUUID()}`,
    metadata: new Models.Metadata({ timestamp: args.builtAt, component: program }),
    components: new Models.ComponentRepository(components),
  });
  const normalize = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  const text = new Serialize.JsonSerializer(normalize).serialize(bill, {
    sortLists: true,
    space: 2,
  });
  const faults: unknown = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(
    text,
  );
  if (faults !== null) throw new Error(`not a CycloneDX bill: ${JSON.stringify(faults)}`);
  return `${text}\n`;
}

function runtimeComponents(runtime: RuntimeParts): readonly Models.Component[] {
  const parts = [
    { name: 'electron', version: runtime.electron, spdx: 'MIT', type: 'framework' },
    { name: 'chromium', version: runtime.chromium, spdx: 'BSD-3-Clause', type: 'framework' },
    { name: 'node', version: runtime.node, spdx: 'MIT', type: 'platform' },
    { name: 'v8', version: runtime.v8, spdx: 'BSD-3-Clause', type: 'library' },
    { name: 'sqlite', version: runtime.sqlite, spdx: 'blessing', type: 'library' },
  ] as const;
  return parts.map(
    ({ name, version, spdx, type }) =>
      new Models.Component(componentType(type), name, {
        bomRef: `${name}@${version}`,
        version,
        purl: `pkg:generic/${name}@${version}`,
        licenses: licence(spdx),
      }),
  );
}

function componentType(type: 'framework' | 'platform' | 'library'): Enums.ComponentType {
  switch (type) {
    case 'framework':
      return Enums.ComponentType.Framework;
    case 'platform':
      return Enums.ComponentType.Platform;
    case 'library':
      return Enums.ComponentType.Library;
  }
}

function packageComponent(shipped: ShippedPackage): Models.Component {
  const { name, version, sha512 } = shipped;
  const [, scope, bare] = /^(?:(@[^/]+)\/)?(.+)$/.exec(name) ?? [];
  return new Models.Component(Enums.ComponentType.Library, bare ?? name, {
    bomRef: `npm:${name}@${version}`,
    version,
    ...(scope === undefined ? {} : { group: scope }),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: licence(shipped.licence),
    ...(sha512 === null
      ? {}
      : { hashes: new Models.HashDictionary([[Enums.HashAlgorithm['SHA-512'], sha512]]) }),
  });
}

function licence(expression: string): Models.LicenseRepository {
  return new Models.LicenseRepository([new Models.LicenseExpression(expression)]);
}

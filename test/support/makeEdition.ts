import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPack } from '../../build/pack/buildPack.ts';
import { readPrivateKey } from '../../build/pack/sign/keyPair.ts';
import { signPack } from '../../build/pack/sign/signPack.ts';
import { writePack } from '../../build/pack/write/writePack.ts';

export type EditionArgs = {
  readonly packId?: string;
  readonly title?: string;
  readonly version: number;
  /** Title and text of each document, by its id. */
  readonly documents: Readonly<Record<string, readonly [title: string, text: string]>>;
  /** The private key to sign it with. */
  readonly key?: string;
  readonly validUntil?: string;
};

/** An edition of a pack, made by the real builder from texts; returns its path in a folder of its own. */
export function makeEdition(root: string, edition: EditionArgs): string {
  const { packId = 'rules', title = '管理办法汇编', version, documents, key } = edition;
  const seeds = mkdtempSync(join(root, 'seeds-'));
  const sources = Object.entries(documents).map(([id, [name, text]]) => {
    writeFileSync(join(seeds, `${id}.txt`), text);
    const about = { file: `${id}.txt`, origin: 'unknown', rights: 'unknown' };
    return { ...about, documents: [{ id, title: name }] };
  });
  const about = { packId, title, version, versionLabel: `2026.${String(version)}`, sources };
  writeFileSync(join(seeds, 'pack.json'), JSON.stringify(about));
  const folder = mkdtempSync(join(root, 'pack-'));
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${packId}-${String(version)}.yandu`);
  const pack = buildPack(seeds, () => undefined);
  const { problems } = writePack(path, pack.manifest, pack.sources);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  rmSync(seeds, { recursive: true });
  if (key !== undefined) {
    signPack({
      packPath: path,
      privateKey: readPrivateKey(key),
      signedAt: new Date('2026-11-20T06:00:00.000Z'),
      validUntil: edition.validUntil ?? null,
    });
  }
  return path;
}

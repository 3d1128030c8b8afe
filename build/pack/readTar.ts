import { gunzipSync } from 'node:zlib';

export type TarFile = { readonly name: string; readonly bytes: Uint8Array };

const BLOCK = 512;

/** The regular files of a `.tar.gz`, by name (ustar, GNU long names, pax paths). */
export function readTar(archive: Uint8Array): readonly TarFile[] {
  const tar = gunzipSync(archive);
  const files: TarFile[] = [];
  let longName: string | null = null;
  let at = 0;
  while (at + BLOCK <= tar.length && tar[at] !== 0) {
    const header = tar.subarray(at, at + BLOCK);
    const size = parseInt(field(header, 124, 12), 8) || 0;
    const type = field(header, 156, 1);
    const bytes = tar.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
    if (type === 'L') longName = field(bytes, 0, size);
    else if (type === 'x') longName = paxPath(bytes) ?? longName;
    else {
      const prefix = field(header, 345, 155);
      const name = longName ?? (prefix === '' ? '' : `${prefix}/`) + field(header, 0, 100);
      if (type === '0' || type === '') files.push({ name, bytes });
      longName = null;
    }
  }
  return files.sort((one, other) => (one.name < other.name ? -1 : 1));
}

function field(bytes: Uint8Array, start: number, length: number): string {
  const raw = Buffer.from(bytes.subarray(start, start + length));
  const end = raw.indexOf(0);
  return raw.toString('utf8', 0, end === -1 ? raw.length : end).trim();
}

function paxPath(bytes: Uint8Array): string | null {
  const match = /^\d+ path=(?<path>.*)$/mu.exec(Buffer.from(bytes).toString('utf8'));
  return match?.groups?.['path'] ?? null;
}

// `briefing.yandu.sig`: two lines, the manifest in its canonical text and the Ed25519 signature in hex.
// A manifest has no line feed of its own, so what was signed can be told before anything is parsed.

import { z } from 'zod';
import { parseJson } from '../text/parseJson.ts';
import {
  MANIFEST_FORMAT,
  type PackManifest,
  packManifestSchema,
  printManifest,
} from './packManifest.ts';

export const SIGNATURE_FILE_ENDING = '.sig';
const MAX_MANIFEST_BYTES = 64 * 1024;
/** The manifest, the signature and two line feeds. */
export const MAX_SIGNATURE_FILE_BYTES = MAX_MANIFEST_BYTES + 130;

type SignatureFile = {
  readonly manifest: PackManifest;
  readonly manifestText: string;
  /** Hex. */
  readonly signature: string;
};

type ParsedSignatureFile =
  | { readonly status: 'parsed'; readonly file: SignatureFile }
  | { readonly status: 'newer' }
  | { readonly status: 'malformed' };

/** The file's text from its two parts. */
export function printSignatureFile(manifestText: string, signature: string): string {
  return `${manifestText}\n${signature}\n`;
}

/** Reads the file. Only the canonical text of a manifest is one: no second spelling can be signed. */
export function parseSignatureFile(text: string): ParsedSignatureFile {
  const [, manifestText, signature] = /^([^\n]+)\n([0-9a-f]{128})\n$/.exec(text) ?? [];
  if (manifestText === undefined || signature === undefined) return { status: 'malformed' };
  const value = parseJson(manifestText);
  const form = z.object({ format: z.int() }).safeParse(value);
  if (form.success && form.data.format > MANIFEST_FORMAT) return { status: 'newer' };
  const manifest = packManifestSchema.safeParse(value);
  if (!manifest.success || printManifest(manifest.data) !== manifestText) {
    return { status: 'malformed' };
  }
  return { status: 'parsed', file: { manifest: manifest.data, manifestText, signature } };
}

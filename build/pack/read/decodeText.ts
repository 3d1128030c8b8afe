import type { InputErrorReason } from './inputError.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export type Decoded =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly reason: InputErrorReason; readonly detail: string };

/** More than any document of text; a larger file is a mistake (a scan, a database). */
export const MAX_SOURCE_BYTES = 32 * 1024 * 1024;

const SAMPLED_UNITS = 8192;
const FREQUENT: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x20, 0x3001, 0x3002, 0xff0c]);
const FREQUENT_SHARE = 0.02;

/**
 * Bytes to text, exactly: a byte order mark stays in the text (it is accounted for later), nothing is
 * replaced. UTF-8 first, then UTF-16 by its mark or its commonest characters, then GB18030.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return refused('empty', '0 bytes');
  if (bytes.length > MAX_SOURCE_BYTES) return refused('too_large', `${String(bytes.length)} bytes`);
  const wide = detectUtf16(bytes);
  const candidates: readonly Encoding[] = wide === null ? ['utf-8', 'gb18030'] : [wide];
  for (const encoding of candidates) {
    const text = tryDecode(bytes, encoding);
    if (text === null) continue;
    if (isBinary(text)) return refused('binary', 'control characters');
    if (text.replace(/^\uFEFF/, '').trim() === '') return refused('empty', 'white space only');
    if (encoding === 'gb18030' && !looksChinese(text)) continue;
    return { ok: true, text, encoding };
  }
  return refused(bytes.includes(0) ? 'binary' : 'unknown_encoding', 'not UTF-8, UTF-16 or GB18030');
}

function refused(reason: InputErrorReason, detail: string): Decoded {
  return { ok: false, reason, detail };
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** By its mark; without one, by the characters every Chinese text is full of (。，、 and line feeds). */
function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null;
  const units = Math.min(bytes.length / 2, SAMPLED_UNITS);
  const little = countFrequent(bytes, units, (low, high) => high * 256 + low);
  const big = countFrequent(bytes, units, (high, low) => high * 256 + low);
  if (Math.max(little, big) < units * FREQUENT_SHARE) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function countFrequent(
  bytes: Uint8Array,
  units: number,
  unitOf: (first: number, second: number) => number,
): number {
  let count = 0;
  for (let at = 0; at < units * 2; at += 2) {
    if (FREQUENT.has(unitOf(bytes[at] ?? 0, bytes[at + 1] ?? 0))) count += 1;
  }
  return count;
}

/** Text has no NUL and next to no other control characters. */
function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  const controls = text.match(/[\u0001-\u0008\u000e-\u001f\u007f]/g)?.length ?? 0;
  return controls > 8 && controls > text.length / 200;
}

/** GB18030 accepts almost any bytes: only what comes out as common Chinese text is believed. */
function looksChinese(text: string): boolean {
  const letters = text.match(/[^\p{ASCII}\s]/gu)?.length ?? 0;
  const common =
    text.match(/[\u4e00-\u9fa5，。、；：？！“”‘’（）《》〈〉【】—…·　\uff01-\uff5e]/g)?.length ?? 0;
  const frequent =
    text.match(/[的和是在不了有为一人中国大会业工作法条第发展以上及与，。、]/g)?.length ?? 0;
  return letters > 0 && common / letters > 0.9 && frequent / letters > 0.08;
}

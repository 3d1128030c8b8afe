import { Buffer } from 'node:buffer';
import { constants, inflateSync } from 'node:zlib';

/** Everything a person with a PDF could find a text in: its bytes, its packed streams, its strings unescaped. */
export function pdfBytes(pdf: Buffer): Buffer {
  const streams = [...pdf.toString('latin1').matchAll(/stream\r?\n/gu)].map((hit) => {
    try {
      return inflateSync(pdf.subarray(hit.index + hit[0].length), {
        finishFlush: constants.Z_SYNC_FLUSH,
      });
    } catch {
      return Buffer.alloc(0);
    }
  });
  const whole = Buffer.concat([pdf, ...streams]);
  return Buffer.concat([whole, unescaped(whole)]);
}

/** Octal escapes of literal strings as the bytes they stand for. */
function unescaped(bytes: Buffer): Buffer {
  const text = bytes
    .toString('latin1')
    .replaceAll(/\\([0-7]{3})/gu, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8) & 0xff),
    )
    .replaceAll(/\\([()\\])/gu, '$1');
  return Buffer.from(text, 'latin1');
}

/** True when a text stands among bytes in any way that programs write it: UTF-8, UTF-16, or UTF-16 as hex. */
export function holdsText(bytes: Buffer, text: string): boolean {
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const hex = big.toString('hex');
  const forms = [text, little, big, hex, hex.toUpperCase()];
  return forms.some((form) => bytes.includes(form));
}

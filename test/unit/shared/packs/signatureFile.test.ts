import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packIdSchema } from '../../../../shared/domain/ids.ts';
import { canonicalJson } from '../../../../shared/packs/canonicalJson.ts';
import { type PackManifest, printManifest } from '../../../../shared/packs/packManifest.ts';
import { parseSignatureFile, printSignatureFile } from '../../../../shared/packs/signatureFile.ts';

const manifest: PackManifest = {
  format: 1,
  packId: packIdSchema.parse('briefing'),
  title: '学习材料 “2026”',
  version: 3,
  versionLabel: '2026.3',
  status: '内部资料',
  size: 4096,
  sha256: 'a'.repeat(64),
  contentDigest: 'b'.repeat(64),
  keyId: 'c'.repeat(32),
  signedAt: '2026-11-21T06:00:00.000Z',
  validUntil: '2027-12-31',
};
const signature = 'd'.repeat(128);

describe('the canonical text of a value', () => {
  it('sorts keys by their UTF-16 units and writes no white space', () => {
    // The order of RFC 8785, 3.2.3: a surrogate pair stands before U+FB33.
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6 };
    expect(canonicalJson(value)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}',
    );
  });

  it('says the same as JSON and is the same when written again', () => {
    const integer = fc.maxSafeInteger();
    const text = fc.string({ unit: 'binary' });
    const value = fc.dictionary(text, fc.oneof(integer, text, fc.boolean(), fc.array(integer)));
    fc.assert(
      fc.property(value, (one) => {
        const printed = canonicalJson(one);
        expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(one)));
        expect(canonicalJson(z.record(z.string(), z.json()).parse(JSON.parse(printed)))).toBe(
          printed,
        );
      }),
      { seed: 7 },
    );
  });

  it('has no text for fractions and lone surrogates', () => {
    expect(() => canonicalJson(0.5)).toThrow();
    expect(() => canonicalJson('\ud800')).toThrow();
  });
});

describe('a signature file', () => {
  it('gives back the manifest that was printed', () => {
    const text = printManifest(manifest);
    expect(parseSignatureFile(printSignatureFile(text, signature))).toEqual({
      status: 'parsed',
      file: { manifest, manifestText: text, signature },
    });
  });

  it.each([
    ['empty', ''],
    ['without its last line feed', `${printManifest(manifest)}\n${signature}`],
    ['with a short signature', `${printManifest(manifest)}\n${signature.slice(2)}\n`],
    ['with another order of keys', `${JSON.stringify(manifest)}\n${signature}\n`],
    ['with a key twice', `${printManifest(manifest).replace('{', '{"size":1,')}\n${signature}\n`],
    ['with a key too many', `${canonicalJson({ ...manifest, z: 1 })}\n${signature}\n`],
    [
      'with a control character in the title',
      `${canonicalJson({ ...manifest, title: 'a\u0007' })}\n${signature}\n`,
    ],
    ['that is not JSON', `{\n${signature}\n`],
  ])('%s is malformed', (_, text) => {
    expect(parseSignatureFile(text)).toEqual({ status: 'malformed' });
  });

  it('of a later form is called newer, whatever else it holds', () => {
    const text = canonicalJson({ format: 2, surprise: true });
    expect(parseSignatureFile(printSignatureFile(text, signature))).toEqual({ status: 'newer' });
  });
});

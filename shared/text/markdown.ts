// Text of others as Markdown that a renderer shows as that text, glyph for glyph.

import { plainCharacters } from './plainCharacters.ts';

/** Escapes one line: markup anywhere, block openers at its head, and white space that a parser would eat. */
export function escapeMarkdown(line: string): string {
  return plainCharacters(line)
    .replace(/[\\`*_{}[\]<>#|~$^@"'&]/gu, '\\$&')
    .replace(/--+|\.\.\.+/gu, (run) => run.replace(/[-.]/gu, '\\$&'))
    .replace(/^( *)([-+=:])/u, '$1\\$2')
    .replace(/^( *\d+)([.)])/u, '$1\\$2')
    .replaceAll('\t', '&#9;')
    .replace(/^ +| +$| {2,}/gu, (spaces) => '&#32;'.repeat(spaces.length));
}

/** Bold. Asterisks only where letters stand inside of both: beside a mark or a space they would not be read so. */
export function strongMarkdown(text: string): string {
  const escaped = escapeMarkdown(text);
  return /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/su.test(text)
    ? `**${escaped}**`
    : `<strong>${escaped}</strong>`;
}

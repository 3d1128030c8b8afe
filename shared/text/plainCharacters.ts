// XML and HTML cannot hold every code point a text can. What they cannot hold is shown, not dropped.

/**
 * Makes text that every format can hold, unit for unit: C0 controls become their pictures (U+0007 → ␇),
 * lone surrogates and noncharacters become U+FFFD. Tab and line feed stay. Length in UTF-16 units is kept.
 */
export function plainCharacters(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b-\u001f]/gu, (control) =>
      String.fromCodePoint(0x2400 + (control.codePointAt(0) ?? 0)),
    )
    .replace(/\u007f/gu, '\u2421')
    .replace(/[\u0080-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu, '\ufffd');
}

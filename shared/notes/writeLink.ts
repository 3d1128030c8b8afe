/** A link to a passage as it stands in a note; signs that would end it early are left out of the label. */
export function writeLink(label: string, address: string): string {
  const kept = label.replaceAll(/[[\]|\n]/gu, '').trim();
  return kept === '' ? `[[${address}]]` : `[[${kept}|${address}]]`;
}

/**
 * A passage as HTML for the clipboard: paragraphs as in the text (a table's rows stay lines with
 * their cells apart by TAB), then the citation with the address that opens the passage.
 */
export function passageHtml(text: string, citation: string, link: string): string {
  const paragraphs = text.split('\n').map((line) => `<p>${escapeHtml(line)}</p>`);
  const source = `<p>——<a href="${escapeHtml(link)}">${escapeHtml(citation)}</a></p>`;
  return `<blockquote>${paragraphs.join('')}</blockquote>${source}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import type { BuiltPack } from './buildPack.ts';
import type { Correction } from './read/manifest.ts';

/** What was built, line by line: documents, corrections, inputs left out. */
export function reportPack(pack: BuiltPack): readonly string[] {
  const lines = [`${pack.manifest.title} ${pack.manifest.versionLabel}`];
  for (const source of pack.sources) {
    lines.push(`  ${source.file} (${source.encoding}, ${source.segmenter})`);
    for (const { facts, text, segments, sections } of source.documents) {
      const counts = [
        `${String(text.text.length)} characters`,
        `${String(segments.length)} segments`,
        `${String(sections.length)} sections`,
      ];
      lines.push(`    ${facts.shortTitle}: ${counts.join(', ')}`);
    }
  }
  for (const correction of pack.corrections) lines.push(describeCorrection(correction));
  for (const { file, reason, detail } of pack.errors) {
    lines.push(`  left out: ${file}: ${reason} (${detail})`);
  }
  return lines;
}

function describeCorrection(correction: Correction): string {
  const { file, why } = correction;
  const ranges = correction.do === 'join' ? [correction.lines] : correction.ranges;
  const spans = ranges.map(([from, to]) => `${String(from)}-${String(to)}`).join(', ');
  const how = correction.do === 'join' ? 'as one paragraph' : 'in this order';
  return `  corrected by hand: ${file}, read lines ${spans} ${how}: ${why}`;
}

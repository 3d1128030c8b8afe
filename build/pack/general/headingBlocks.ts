import { concat, made } from '../text/mappedText.ts';
import { type Block, placeIn } from './markdownBlocks.ts';
import { numberingOf, rankOf } from './numbering.ts';
import { isOrdinalLabel } from './ordinalLabel.ts';
import { titleText } from './titleText.ts';

const HEADING_UNITS = 60;

/** A short line without the end of a sentence that is marked as one, numbered above 1. or bold as a whole. */
export function isHeading(block: Block): boolean {
  const text = block.text.text;
  if (text.length > HEADING_UNITS || /[。；，：:、]$/u.test(text)) return false;
  if (block.hashes > 0) return true;
  const style = numberingOf(text)?.style;
  if (style !== undefined && rankOf(style) < rankOf('digit')) return !text.includes('。');
  return !/[，。；]/u.test(text) && isAllBold(block);
}

function isAllBold(block: Block): boolean {
  const places = block.bold.map((source) => placeIn(block.text, source));
  return places.some((place) => place?.start === 0 && place.end === block.text.text.length);
}

/** 附件 1 and the unnumbered lines of the title below it are one heading. */
export function joinAnnexTitles(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = [];
  let taken = 0;
  for (const [at, block] of blocks.entries()) {
    if (at < taken) continue;
    const isLabel = isHeading(block) && isOrdinalLabel(block.text.text);
    const title = isLabel ? titleLines(blocks.slice(at + 1)) : [];
    taken = at + 1 + title.length;
    const words = titleText(title.map((line) => line.text));
    joined.push(
      title.length === 0 ? block : { ...block, text: concat([block.text, made(' '), words]) },
    );
  }
  return joined;
}

/** The marked lines without a number that `blocks` begin with. */
function titleLines(blocks: readonly Block[]): readonly Block[] {
  const end = blocks.findIndex(
    (block) => block.hashes === 0 || !isHeading(block) || numberingOf(block.text.text) !== null,
  );
  return end === -1 ? blocks : blocks.slice(0, end);
}

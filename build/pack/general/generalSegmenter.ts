import type { DraftDocument, DraftSegment, Segmenter, SegmenterInput } from '../draft.ts';
import { cut } from '../text/cut.ts';
import { settleSpace } from '../text/settleSpace.ts';

export const generalSegmenter: Segmenter = {
  name: 'general',
  recognises: () => true,
  segment: ({ lines, ledger }: SegmenterInput): readonly DraftDocument[] => {
    const segments: DraftSegment[] = [];
    for (const line of lines) {
      let text = cut(line.text, /\[bookmark: [^\]]*\]/g, 'bookmark', ledger);
      const level = /^#+/.exec(text.text.trimStart())?.[0].length;
      text = cut(text, /^\s*#+/g, 'heading_markup', ledger);
      text = cut(text, /\*\*/g, 'emphasis_markup', ledger);
      text = settleSpace(cut(text, /\ufffd/g, 'replacement_character', ledger));
      if (text.text === '') continue;
      const numbered = /^第[一二三四五六七八九十\d]+([篇章节])/.exec(text.text)?.[1];
      const rank = numbered === undefined ? level : '篇章节'.indexOf(numbered) + 1;
      segments.push(
        rank === undefined || text.text.length > 60
          ? { kind: 'paragraph', text }
          : { kind: 'heading', level: rank, text },
      );
    }
    const title = segments.find((one) => one.kind === 'heading')?.text.text ?? null;
    return [{ role: 'document', title, segments }];
  },
};

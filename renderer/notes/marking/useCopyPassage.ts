import { useCallback } from 'react';
import { citePlace } from '../../../shared/citation/citePlace.ts';
import { formatCitation } from '../../../shared/citation/formatCitation.ts';
import type { DocumentContent } from '../../../shared/domain/document.ts';
import type { TextRange } from '../../../shared/domain/place.ts';
import { placeLink } from '../../../shared/text/placeLink.ts';
import { useAppState } from '../../app/useAppState.ts';
import { useSettings } from '../../app/useSettings.ts';
import { useStrings } from '../../app/useStrings.ts';
import { passageHtml } from './passageHtml.ts';
import { useClipboard } from './useClipboard.ts';

/** Copies a passage with its citation, as plain text and as HTML, in the format the reader chose last. */
export function useCopyPassage(): (content: DocumentContent, range: TextRange) => void {
  const copy = useClipboard();
  const { notes } = useStrings();
  const { citationFormat } = useSettings();
  const { pack } = useAppState();
  return useCallback(
    (content, range) => {
      const place = { documentId: content.document.id, start: range.start, end: range.end };
      const text = content.text.slice(range.start, range.end);
      const citation = formatCitation(citePlace(content, place), citationFormat);
      copy({
        text: `${text}\n——${citation}\n`,
        html: passageHtml(text, citation, placeLink(place, pack.version)),
        sentence: notes.copied(citation),
      });
    },
    [copy, notes, citationFormat, pack],
  );
}

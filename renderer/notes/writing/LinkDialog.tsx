import { useState } from 'react';
import { citePlace } from '../../../shared/citation/citePlace.ts';
import { formatCitation } from '../../../shared/citation/formatCitation.ts';
import type { DocumentContent } from '../../../shared/domain/document.ts';
import type { Place } from '../../../shared/domain/place.ts';
import type { SegmentRow } from '../../../shared/ipc/searching.ts';
import { writeLink } from '../../../shared/notes/writeLink.ts';
import { parsePlaceLink, placeLink } from '../../../shared/text/placeLink.ts';
import { sentenceAt } from '../../../shared/text/sentenceAt.ts';
import { useAppState } from '../../app/useAppState.ts';
import { useSettings } from '../../app/useSettings.ts';
import { useStrings } from '../../app/useStrings.ts';
import { useAnswer, useReadDocument } from '../../app/useYandu.ts';
import { PickDialog } from '../../ui/PickDialog.tsx';
import styles from './LinkDialog.module.css';

const LIMIT = 12;
const everywhere = { scope: null, documentIds: [], kinds: [], leads: [] } as const;

type LinkDialogProps = {
  /** Gets the link as it stands in a note. */
  readonly onChoose: (link: string) => void;
  readonly onClose: () => void;
};

type Option = { readonly id: string; readonly title: string; readonly text: string } & (
  | { readonly kind: 'row'; readonly row: SegmentRow }
  | { readonly kind: 'address'; readonly place: Place; readonly address: string }
);

/** Finds the passage a note is to link to: by its words, or by an address copied before. */
export function LinkDialog({ onChoose, onClose }: LinkDialogProps) {
  const { notes } = useStrings();
  const { pack } = useAppState();
  const readDocument = useReadDocument();
  const [query, setQuery] = useState('');
  const options = useOptions(query).map((option) => ({
    ...option,
    content: (
      <>
        <span className={styles['text']}>{option.text}</span>
        <span className={styles['title']}>{option.title}</span>
      </>
    ),
  }));

  async function choose(option: Option): Promise<void> {
    const { documentId } = option.kind === 'row' ? option.row : option.place;
    const content = await readDocument(documentId);
    const place = option.kind === 'row' ? sentenceOf(content, option.row) : option.place;
    const address = option.kind === 'row' ? placeLink(place, pack.version) : option.address;
    onChoose(writeLink(formatCitation(citePlace(content, place), 'short'), address));
  }

  return (
    <PickDialog
      title={notes.insertLink}
      placeholder={notes.linkPlaceholder}
      listName={notes.passages}
      hint={options.length === 0 && query.trim() !== '' ? notes.linkNothing : notes.linkHint}
      query={query}
      onQuery={setQuery}
      options={options}
      onPick={(option) => void choose(option)}
      onClose={onClose}
    />
  );
}

function useOptions(query: string): readonly Option[] {
  const address = query.trim();
  const place = parsePlaceLink(address);
  const settings = useSettings();
  const { data: documents = [] } = useAnswer('listDocuments', {});
  const { data: answer } = useAnswer(
    'searchPack',
    {
      query: address,
      filters: everywhere,
      fuzzyPinyin: settings.fuzzyPinyin,
      offset: 0,
      limit: LIMIT,
    },
    { enabled: address !== '' && place === null, keepPrevious: true },
  );
  const document = documents.find((one) => one.id === place?.documentId);
  if (place !== null) {
    if (document === undefined || place.end > document.length) return [];
    return [
      { kind: 'address', id: 'address', place, address, text: address, title: document.title },
    ];
  }
  if (address === '' || answer?.status !== 'page') return [];
  return answer.groups.flatMap(({ title, rows }) =>
    rows.map((row) => ({
      kind: 'row' as const,
      id: `${row.segmentId}-${String(row.start)}`,
      row,
      text: row.excerpt.text,
      title: [title, ...row.path].join(' › '),
    })),
  );
}

/** The sentence the found words stand in; in a table the words themselves. */
function sentenceOf(
  { document: { id: documentId }, segments, text }: DocumentContent,
  row: SegmentRow,
): Place {
  const segment = segments.find((one) => one.id === row.segmentId);
  if (segment === undefined || segment.kind === 'table') {
    return { documentId, start: row.start, end: row.end };
  }
  const { start, end } = sentenceAt(text, segment, row.start);
  return { documentId, start, end: Math.max(end, row.end) };
}

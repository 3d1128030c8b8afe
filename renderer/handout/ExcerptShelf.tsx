import { useRef, useState } from 'react';
import type { Annotation } from '../../shared/domain/annotation.ts';
import type { HandoutItem } from '../../shared/domain/handout.ts';
import type { AnnotationId } from '../../shared/domain/ids.ts';
import { draftByDocument, draftByTag, excerptOf } from '../../shared/handout/draftItems.ts';
import { usedAnnotations } from '../../shared/handout/usedAnnotations.ts';
import { useAnnounce } from '../app/useAnnounce.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer } from '../app/useYandu.ts';
import { Button } from '../ui/Button.tsx';
import { ExcerptCard } from './ExcerptCard.tsx';
import { ExcerptFilters } from './ExcerptFilters.tsx';
import { noFilter, passesFilter, type ExcerptFilter } from './excerptFilter.ts';
import styles from './ExcerptShelf.module.css';
import type { HandoutDraft } from './useHandoutDraft.ts';

const newId = (): string => crypto.randomUUID();

/** 素材: every mark, filtered, to be added singly, several at once, or as a whole first draft. */
export function ExcerptShelf({ draft }: { readonly draft: HandoutDraft }) {
  const { handout: words } = useStrings();
  const announce = useAnnounce();
  const { data: annotations = [] } = useAnswer('listAnnotations', {});
  const { data: documents = [] } = useAnswer('listDocuments', {});
  const { data: tags = [] } = useAnswer('listTags', {});
  const [filter, setFilter] = useState<ExcerptFilter>(noFilter);
  const [chosen, setChosen] = useState<ReadonlySet<AnnotationId>>(new Set());

  const list = useRef<HTMLUListElement>(null);

  const passages = annotations.filter((annotation) => annotation.target.kind === 'passage');
  const used = usedAnnotations(passages, draft.handout.items);
  const chosenOnes = passages.filter((annotation) => chosen.has(annotation.id));
  const shown = passages.filter((annotation) => passesFilter(annotation, filter, used));

  const append = (items: readonly HandoutItem[]): void => {
    if (items.length === 0) return;
    if (!draft.changeItems([...draft.handout.items, ...items])) return;
    announce(words.drafted(items.length));
  };
  const add = (some: readonly Annotation[]): void => {
    const items = some.map((one) => excerptOf(one, newId)).filter((item) => item !== null);
    if (!draft.insert(items)) return;
    announce(words.drafted(items.length));
    setChosen(new Set());
  };

  return (
    <section className={styles['shelf']} aria-label={words.excerpts}>
      <header className={styles['head']}>
        <h2>{words.excerpts}</h2>
        <span>
          {words.counts(passages.length, passages.filter((one) => used.has(one.id)).length)}
        </span>
      </header>
      <ExcerptFilters filter={filter} documents={documents} tags={tags} onChange={setFilter} />
      <div className={styles['drafts']}>
        {chosenOnes.length > 0 && (
          <Button
            kind="primary"
            onClick={() => {
              // This button goes when nothing is chosen any more.
              list.current?.focus();
              add(chosenOnes);
            }}
          >
            {words.addChosen(chosenOnes.length)}
          </Button>
        )}
        <Button
          kind="quiet"
          onClick={() => {
            append(draftByDocument({ annotations: shown, newId }, documents));
          }}
        >
          {words.draftByDocument}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            append(draftByTag({ annotations: shown, newId }, tags, documents));
          }}
        >
          {words.draftByTag}
        </Button>
      </div>
      {shown.length === 0 && (
        <p className={styles['none']}>
          {passages.length === 0 ? words.noExcerpts : words.noneMatch}
        </p>
      )}
      <ul ref={list} tabIndex={-1} className={styles['list']}>
        {shown.map((annotation) => (
          <ExcerptCard
            key={annotation.id}
            annotation={annotation}
            source={sourceOf(annotation, documents)}
            isUsed={used.has(annotation.id)}
            isChosen={chosen.has(annotation.id)}
            onChoose={() => {
              setChosen(toggled(chosen, annotation.id));
            }}
            onAdd={() => {
              add([annotation]);
            }}
          />
        ))}
      </ul>
    </section>
  );
}

function sourceOf(
  { target }: Annotation,
  documents: readonly { readonly id: string; readonly shortTitle: string }[],
): string {
  if (target.kind !== 'passage') return '';
  return documents.find((one) => one.id === target.anchor.documentId)?.shortTitle ?? '';
}

function toggled(chosen: ReadonlySet<AnnotationId>, id: AnnotationId): ReadonlySet<AnnotationId> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

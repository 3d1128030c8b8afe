import { useEffect, useRef } from 'react';
import type { Handout } from '../../shared/domain/handout.ts';
import type { HandoutId } from '../../shared/domain/ids.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch, useWorkspaceValue } from '../app/useWorkspace.ts';
import { useAnswer, useInvalidate } from '../app/useYandu.ts';
import { ExcerptShelf } from './ExcerptShelf.tsx';
import { HandoutHead } from './HandoutHead.tsx';
import { HandoutPicker } from './HandoutPicker.tsx';
import styles from './HandoutRoom.module.css';
import { NewHandout } from './NewHandout.tsx';
import { OutlineEditor } from './OutlineEditor.tsx';
import { PreviewPane } from './PreviewPane.tsx';
import { useHandoutDraft } from './useHandoutDraft.ts';

/** The room of handouts: excerpts, outline, and the pages as they will be printed. */
export function HandoutRoom() {
  const { handout: words } = useStrings();
  const { data: handouts } = useAnswer('listHandouts', {});
  const dispatch = useDispatch();
  const handoutId = useWorkspaceValue((workspace) => workspace.handoutId);
  const choose = (id: HandoutId | null): void => {
    dispatch({ kind: 'chooseHandout', id });
  };
  if (!handouts) return <main className={styles['empty']} aria-label={words.room} />;
  const current = handouts.find((one) => one.id === handoutId) ?? handouts[0];
  if (!current) {
    return (
      <main className={styles['empty']} aria-label={words.room}>
        <h1 className="visually-hidden">{words.room}</h1>
        <p>{words.emptyRoom}</p>
        <NewHandout onCreated={choose} />
      </main>
    );
  }
  return <Desk key={current.id} stored={current} handouts={handouts} onChoose={choose} />;
}

type DeskProps = {
  readonly stored: Handout;
  readonly handouts: readonly Handout[];
  readonly onChoose: (id: HandoutId | null) => void;
};

function Desk({ stored, handouts, onChoose }: DeskProps) {
  const { handout: words } = useStrings();
  const draft = useHandoutDraft(stored);
  useFreshPages(stored);
  const room = useRef<HTMLElement>(null);
  // Another handout is another desk: what had the keyboard on the last one is gone with it.
  useEffect(() => {
    if (document.activeElement === document.body) room.current?.focus();
  }, []);
  return (
    <main ref={room} tabIndex={-1} className={styles['room']} aria-label={words.room}>
      <h1 className="visually-hidden">{words.room}</h1>
      <ExcerptShelf draft={draft} />
      <section className={styles['middle']} aria-label={words.outline}>
        <HandoutPicker current={draft.handout} handouts={handouts} onChoose={onChoose} />
        <HandoutHead draft={draft} />
        <OutlineEditor draft={draft} />
      </section>
      <PreviewPane handout={stored} isSaving={draft.isSaving} />
    </main>
  );
}

/** Checks are asked for anew when main's handout changes, whoever changed it: typing, undo, a search. */
function useFreshPages(stored: Handout): void {
  const invalidate = useInvalidate();
  const shown = useRef(stored);
  useEffect(() => {
    if (shown.current === stored) return;
    shown.current = stored;
    invalidate('checkQuotes', 'listAllowedFormats');
  }, [stored, invalidate]);
  // Notes may change while the reader is in the other room.
  useEffect(
    () => () => {
      invalidate('checkQuotes');
    },
    [invalidate],
  );
}

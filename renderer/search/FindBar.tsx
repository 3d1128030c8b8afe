import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch, useWorkspaceValue } from '../app/useWorkspace.ts';
import { paneOf } from '../app/workspace.ts';
import { useSurface } from '../text/useSurface.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { keepUndo } from '../ui/keepUndo.ts';
import styles from './FindBar.module.css';
import { FIND_ID, useFindingStore, type Finding } from './searchContext.ts';

/** Finds in the open document, and steps from hit to hit: `7 / 31`. Shown in the pane one is in. */
export function FindBar() {
  const { side } = useSurface();
  const isActive = useWorkspaceValue((workspace) => workspace.active === side);
  const isSearchOpen = useWorkspaceValue((workspace) => workspace.isSearchOpen);
  const { finding } = useFindingStore();
  if (finding === null || !isActive || isSearchOpen) return null;
  return <OpenFindBar finding={finding} />;
}

function OpenFindBar({ finding: { text, isCut, isPending } }: { readonly finding: Finding }) {
  const { search } = useStrings();
  const { side, content, scroller } = useSurface();
  const dispatch = useDispatch();
  const { findIn, findOn, closeFinding } = useFindingStore();
  const input = useRef<HTMLInputElement>(null);
  // What an input method is composing, before it is searched.
  const [draft, setDraft] = useState<string | null>(null);
  const total = useWorkspaceValue((workspace) => paneOf(workspace, side)?.hits.length ?? 0);
  const current = useWorkspaceValue((workspace) => paneOf(workspace, side)?.currentHit ?? null);
  const isEmptyAtFirst = useRef(text === '');

  // Opened by key, the bar is for typing; opened by a hit of the list, the text gets the focus.
  useEffect(() => {
    if (isEmptyAtFirst.current) input.current?.focus();
    else if (document.activeElement === document.body) scroller.focus({ preventScroll: true });
  }, [scroller]);

  const documentId = content.document.id;
  const findHere = useRef(findOn);
  useEffect(() => {
    findHere.current = findOn;
  });
  // Another document, or the other pane: what is sought is looked for in it.
  useEffect(() => {
    findHere.current(side, documentId);
  }, [documentId, side]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (text !== '') keepUndo(event);
    if (event.key === 'Enter') dispatch({ kind: 'stepHit', step: event.shiftKey ? -1 : 1 });
    else if (event.key === 'Escape') {
      closeFinding();
      scroller.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={styles['bar']} aria-label={search.placeholderHere} onKeyDown={onKeyDown}>
      <input
        ref={input}
        id={FIND_ID}
        type="text"
        role="searchbox"
        aria-label={search.placeholderHere}
        placeholder={search.placeholderHere}
        value={draft ?? text}
        maxLength={20_000}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          if (draft === null) findIn(side, documentId, event.currentTarget.value);
          else setDraft(event.currentTarget.value);
        }}
        onCompositionStart={(event) => {
          setDraft(event.currentTarget.value);
        }}
        onCompositionEnd={(event) => {
          setDraft(null);
          findIn(side, documentId, event.currentTarget.value);
        }}
      />
      <output aria-live="polite">
        {text.trim() !== '' &&
          !(isPending && total === 0) &&
          (total === 0
            ? search.announcedNothing
            : search.position({ current: (current ?? 0) + 1, total }))}
        {isCut && ` · ${search.cut}`}
      </output>
      <IconButton
        icon={ChevronUp}
        label={search.previousHit}
        disabled={total === 0}
        onClick={() => {
          dispatch({ kind: 'stepHit', step: -1 });
        }}
      />
      <IconButton
        icon={ChevronDown}
        label={search.nextHit}
        disabled={total === 0}
        onClick={() => {
          dispatch({ kind: 'stepHit', step: 1 });
        }}
      />
      <IconButton icon={X} label={search.closeHits} onClick={closeFinding} />
    </search>
  );
}

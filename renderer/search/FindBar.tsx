import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { paneOf } from '../app/workspace.ts';
import { useSurface } from '../text/useSurface.ts';
import { IconButton } from '../ui/IconButton.tsx';
import styles from './FindBar.module.css';
import { useSearch } from './searchContext.ts';

/** Finds in the open document, and steps from hit to hit: `7 / 31`. Shown in the pane one is in. */
export function FindBar() {
  const { side } = useSurface();
  const { workspace } = useWorkspace();
  const { finding } = useSearch();
  if (finding === null || workspace.active !== side || workspace.isSearchOpen) return null;
  return <OpenFindBar text={finding.text} />;
}

function OpenFindBar({ text }: { readonly text: string }) {
  const { search } = useStrings();
  const { side, content, scroller } = useSurface();
  const { workspace, dispatch } = useWorkspace();
  const { findIn, closeFinding } = useSearch();
  const input = useRef<HTMLInputElement>(null);
  const isComposing = useRef(false);
  const pane = paneOf(workspace, side);
  const total = pane?.hits.length ?? 0;
  const current = pane?.currentHit ?? null;
  const isEmptyAtFirst = useRef(text === '');

  // Opened by key, the bar is for typing; opened by a hit of the list, the text keeps the focus.
  useEffect(() => {
    if (isEmptyAtFirst.current) input.current?.focus();
  }, []);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') dispatch({ kind: 'stepHit', step: event.shiftKey ? -1 : 1 });
    else if (event.key === 'Escape') {
      closeFinding();
      scroller.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={styles['bar']} onKeyDown={onKeyDown}>
      <input
        ref={input}
        type="text"
        role="searchbox"
        aria-label={search.placeholderHere}
        placeholder={search.placeholderHere}
        defaultValue={text}
        key={content.document.id}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          if (!isComposing.current) findIn(content.document.id, event.currentTarget.value);
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          findIn(content.document.id, event.currentTarget.value);
        }}
      />
      <output aria-live="polite">
        {text.trim() !== '' &&
          (total === 0
            ? search.announcedNothing
            : search.position({ current: (current ?? 0) + 1, total }))}
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

import { Search, X } from 'lucide-react';
import { useRef, type KeyboardEvent } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch, useWorkspaceValue } from '../app/useWorkspace.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { keepUndo } from '../ui/keepUndo.ts';
import styles from './SearchBox.module.css';
import { BOX_ID, RESULTS_ID, useReadActions, useSearchValue } from './searchContext.ts';

/** The box in the title bar. What is typed is searched at once, except while an input method composes. */
export function SearchBox() {
  const { search } = useStrings();
  const dispatch = useDispatch();
  const isSearchOpen = useWorkspaceValue((workspace) => workspace.isSearchOpen);
  const text = useSearchValue((state) => state.text);
  const read = useReadActions();
  const isComposing = useRef(false);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.nativeEvent.isComposing) return;
    if (text !== '') keepUndo(event);
    if (event.key === 'Escape') read().leaveSearch();
    else if (event.key === 'ArrowDown') read().wantFirst('focus');
    else if (event.key === 'Enter') {
      dispatch({ kind: 'openSearch' });
      // The first hit is the one meant, be it there already or not.
      read().wantFirst(event.ctrlKey || event.metaKey ? 'openBeside' : 'open');
    } else return;
    event.preventDefault();
  }

  return (
    <search className={styles['box']} aria-label={search.box}>
      <Search size={15} strokeWidth={1.75} aria-hidden />
      <input
        id={BOX_ID}
        type="text"
        role="searchbox"
        aria-label={search.box}
        aria-controls={isSearchOpen ? RESULTS_ID : undefined}
        placeholder={search.placeholder}
        value={text}
        maxLength={20_000}
        autoComplete="off"
        spellCheck={false}
        onFocus={({ relatedTarget }) => {
          read().enterSearch(relatedTarget);
        }}
        onChange={(event) => {
          read().setText(event.currentTarget.value, isComposing.current);
        }}
        onCompositionStart={() => {
          isComposing.current = true;
        }}
        onCompositionEnd={(event) => {
          isComposing.current = false;
          read().setText(event.currentTarget.value, false);
        }}
        onKeyDown={onKeyDown}
      />
      {text === '' ? (
        <kbd aria-hidden>Ctrl K</kbd>
      ) : (
        <IconButton
          icon={X}
          label={search.clear}
          className={styles['clear']}
          onClick={() => {
            read().setText('', false);
            document.getElementById(BOX_ID)?.focus();
          }}
        />
      )}
    </search>
  );
}

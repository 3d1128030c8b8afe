import { useId, useState, type KeyboardEvent } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { useStrings } from '../app/useStrings.ts';
import { useWorkspace } from '../app/useWorkspace.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { findGoals, type Goal } from './findGoals.ts';
import styles from './GoToDialog.module.css';

type GoToDialogProps = { readonly content: DocumentContent; readonly onClose: () => void };

/** To a heading or a paragraph number by typing part of it (the WAI-ARIA combobox with a list). */
export function GoToDialog({ content, onClose }: GoToDialogProps) {
  const { reading } = useStrings();
  const { dispatch } = useWorkspace();
  const [query, setQuery] = useState('');
  const [index, setIndex] = useState(0);
  const id = useId();
  const goals = findGoals(content, query);
  const at = Math.min(index, goals.length - 1);
  const chosen = goals[at];

  function go({ start }: Goal, isBeside: boolean): void {
    const place = { documentId: content.document.id, start, end: start };
    onClose();
    dispatch({ kind: 'go', place, flash: false, ...(isBeside && { side: 'beside' as const }) });
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      go(chosen, event.ctrlKey || event.metaKey);
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || goals.length === 0) return;
    event.preventDefault();
    setIndex((at + step + goals.length) % goals.length);
  }

  return (
    <Dialog title={reading.goTo} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        className={styles['box']}
        aria-label={reading.goTo}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.start}`}
        placeholder={reading.goToPlaceholder}
        value={query}
        data-autofocus
        onKeyDown={press}
        onChange={(event) => {
          setQuery(event.target.value);
          setIndex(0);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={reading.outline} className={styles['list']}>
        {goals.map((goal) => (
          <div
            key={goal.start}
            id={`${id}-${goal.start}`}
            ref={(row) => {
              if (goal === chosen) row?.scrollIntoView({ block: 'nearest' });
            }}
            role="option"
            aria-selected={goal === chosen}
            style={{ paddingInlineStart: `${0.25 + goal.depth}rem` }}
            onClick={(event) => {
              go(goal, event.ctrlKey || event.metaKey);
            }}
          >
            {goal.kind === 'section' ? goal.title : reading.paragraphNumber(goal.number)}
          </div>
        ))}
      </div>
      <p className={styles['hint']} role="status">
        {goals.length === 0 ? reading.goToEmpty : reading.goToHint}
      </p>
    </Dialog>
  );
}

import { useState } from 'react';
import type { DocumentContent } from '../../shared/domain/document.ts';
import { useStrings } from '../app/useStrings.ts';
import { useDispatch } from '../app/useWorkspace.ts';
import { PickDialog } from '../ui/PickDialog.tsx';
import { findGoals } from './findGoals.ts';
import styles from './GoToDialog.module.css';

type GoToDialogProps = { readonly content: DocumentContent; readonly onClose: () => void };

/** To a heading or a paragraph number by typing part of it. */
export function GoToDialog({ content, onClose }: GoToDialogProps) {
  const { reading } = useStrings();
  const dispatch = useDispatch();
  const [query, setQuery] = useState('');
  const options = findGoals(content, query).map((goal) => ({
    id: String(goal.start),
    start: goal.start,
    content: (
      <span className={styles['goal']} style={{ paddingInlineStart: `${goal.depth}rem` }}>
        {goal.kind === 'section' ? goal.title : reading.paragraphNumber(goal.number)}
      </span>
    ),
  }));

  return (
    <PickDialog
      title={reading.goTo}
      placeholder={reading.goToPlaceholder}
      listName={reading.outline}
      hint={options.length === 0 ? reading.goToEmpty : reading.goToHint}
      query={query}
      onQuery={setQuery}
      options={options}
      onPick={({ start }, isBeside) => {
        const place = { documentId: content.document.id, start, end: start };
        onClose();
        dispatch({ kind: 'go', place, flash: false, ...(isBeside && { side: 'beside' as const }) });
      }}
      onClose={onClose}
    />
  );
}

import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Dialog } from './Dialog.tsx';
import styles from './PickDialog.module.css';

type Pickable = { readonly id: string; readonly content: ReactNode };

type PickDialogProps<Option extends Pickable> = {
  readonly title: string;
  readonly placeholder: string;
  /** What the list is called where it is read aloud. */
  readonly listName: string;
  readonly hint: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: readonly Option[];
  /** By Enter or a click; true with Ctrl or Command held. */
  readonly onPick: (option: Option, isBeside: boolean) => void;
  readonly onClose: () => void;
};

/** One of a list by typing part of it (the WAI-ARIA combobox with a list). */
export function PickDialog<Option extends Pickable>(props: PickDialogProps<Option>) {
  const { title, options, onPick } = props;
  const [index, setIndex] = useState(0);
  const id = useId();
  const at = Math.min(index, options.length - 1);
  const chosen = options[at];

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && chosen) {
      event.preventDefault();
      onPick(chosen, event.ctrlKey || event.metaKey);
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || options.length === 0) return;
    event.preventDefault();
    setIndex((at + step + options.length) % options.length);
  }

  return (
    <Dialog title={title} onClose={props.onClose}>
      <input
        type="text"
        role="combobox"
        className={styles['box']}
        aria-label={title}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={chosen && `${id}-${chosen.id}`}
        placeholder={props.placeholder}
        value={props.query}
        data-autofocus
        onKeyDown={press}
        onChange={(event) => {
          props.onQuery(event.target.value);
          setIndex(0);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label={props.listName} className={styles['list']}>
        {options.map((option, place) => (
          <div
            key={option.id}
            id={`${id}-${option.id}`}
            ref={(row) => {
              if (place === at) row?.scrollIntoView({ block: 'nearest' });
            }}
            role="option"
            aria-selected={place === at}
            onClick={(event) => {
              onPick(option, event.ctrlKey || event.metaKey);
            }}
          >
            {option.content}
          </div>
        ))}
      </div>
      <p className={styles['hint']} role="status">
        {props.hint}
      </p>
    </Dialog>
  );
}

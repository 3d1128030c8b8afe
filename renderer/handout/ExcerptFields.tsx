import { LONGEST_QUOTE, type HandoutItem } from '../../shared/domain/handout.ts';
import { useStrings } from '../app/useStrings.ts';
import { Button } from '../ui/Button.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import { ItemText } from './ItemText.tsx';
import styles from './OutlineEditor.module.css';

type ExcerptFieldsProps = {
  readonly item: Extract<HandoutItem, { kind: 'excerpt' }>;
  readonly onChange: (item: HandoutItem) => void;
  readonly onToComparison: () => void;
  readonly onToTasks: () => void;
};

/** A quotation, as the source has it until somebody says that it shall differ. */
export function ExcerptFields({ item, onChange, onToComparison, onToTasks }: ExcerptFieldsProps) {
  const { handout: words } = useStrings();
  const isEdited = item.editedQuote !== null;
  return (
    <>
      {item.editedQuote === null ? (
        <blockquote className={styles['quote']}>{item.anchor.quote}</blockquote>
      ) : (
        <ItemText
          label={words.editedQuote}
          longest={LONGEST_QUOTE}
          value={item.editedQuote}
          onChange={(editedQuote) => {
            onChange({ ...item, editedQuote });
          }}
        />
      )}
      <div className={styles['actions']}>
        {item.annotationId !== null && (
          <Toggle
            label={words.withNote}
            isOn={item.withNote}
            onChange={(withNote) => {
              onChange({ ...item, withNote });
            }}
          />
        )}
        <Button
          kind="quiet"
          onClick={() => {
            onChange({ ...item, editedQuote: isEdited ? null : item.anchor.quote });
          }}
        >
          {isEdited ? words.restoreQuote : words.editQuote}
        </Button>
        {/* A table quotes its source alone: what was written here would be lost without a word. */}
        {!isEdited && (
          <>
            <Button kind="quiet" onClick={onToComparison}>
              {words.toComparison}
            </Button>
            <Button kind="quiet" onClick={onToTasks}>
              {words.toTasks}
            </Button>
          </>
        )}
      </div>
    </>
  );
}

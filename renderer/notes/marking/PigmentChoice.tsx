import { pigments, type Pigment } from '../../../shared/domain/annotation.ts';
import styles from './PigmentChoice.module.css';
import { useStrings } from '../../app/useStrings.ts';
import { usePigmentName } from './usePigmentName.ts';

type PigmentChoiceProps = {
  readonly value: Pigment | null;
  readonly onChange: (pigment: Pigment) => void;
};

/** Four round colours, one of them chosen. */
export function PigmentChoice({ value, onChange }: PigmentChoiceProps) {
  const { notes } = useStrings();
  const pigmentName = usePigmentName();
  return (
    <div role="group" aria-label={notes.colour} className={styles['choice']}>
      {pigments.map((pigment) => (
        <button
          key={pigment}
          type="button"
          className={styles['pigment']}
          data-pigment={pigment}
          aria-label={pigmentName(pigment)}
          title={pigmentName(pigment)}
          aria-pressed={value === pigment}
          onClick={() => {
            onChange(pigment);
          }}
        />
      ))}
    </div>
  );
}

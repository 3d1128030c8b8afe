import { useStrings } from '../app/useStrings.ts';
import styles from './HitBar.module.css';

const HEIGHT = 20;
const STEP = 7;

/** Where in the document the hits lie: one bar a part, first part first. */
export function HitBar({ bar }: { readonly bar: readonly number[] }) {
  const { search } = useStrings();
  const most = Math.max(1, ...bar);
  return (
    <svg
      className={styles['bar']}
      role="img"
      aria-label={search.barLabel({ counts: bar.join(' ') })}
      width={bar.length * STEP}
      height={HEIGHT}
    >
      {bar.map((count, part) => {
        const height = count === 0 ? 1 : 3 + (count / most) * (HEIGHT - 3);
        return (
          <rect key={part} x={part * STEP} y={HEIGHT - height} width={STEP - 2} height={height} />
        );
      })}
    </svg>
  );
}

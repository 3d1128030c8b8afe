import { Fragment } from 'react';
import type { Place } from '../../shared/domain/place.ts';
import type { SourceLine } from '../../shared/ipc/reading.ts';
import { splitRuns } from '../../shared/text/splitRuns.ts';
import { useStrings } from '../app/useStrings.ts';
import { useAnswer } from '../app/useYandu.ts';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './SourceDialog.module.css';

type SourceDialogProps = { readonly place: Place; readonly onClose: () => void };

/** 原文: the lines of the source file behind a passage, with what was left out of the text struck through. */
export function SourceDialog({ place, onClose }: SourceDialogProps) {
  const { reading, errors } = useStrings();
  const { data, error } = useAnswer('getSourceLines', { place });
  return (
    <Dialog title={reading.source} size="wide" onClose={onClose}>
      {error && <p>{errors[error.failure.code](error.failure.detail)}</p>}
      {data && (
        <>
          <p className={styles['name']}>{reading.sourceOf(data.sourceName)}</p>
          {data.lines.length === 0 ? (
            <p>{reading.sourceEmpty}</p>
          ) : (
            <ol className={styles['lines']} lang="zh-CN">
              {data.lines.map((line) => (
                <li key={line.number} value={line.number}>
                  <Line line={line} />
                </li>
              ))}
            </ol>
          )}
          <p className={styles['hint']}>{reading.sourceHint}</p>
        </>
      )}
    </Dialog>
  );
}

function Line({ line: { text, removed } }: { readonly line: SourceLine }) {
  const { reading } = useStrings();
  const reasons: Readonly<Record<string, string>> = reading.reasons;
  return splitRuns({ start: 0, end: text.length }, removed).map(
    ({ start, end, spans: [removal] }) =>
      removal ? (
        <del key={start} title={reading.removed(reasons[removal.reason] ?? removal.reason)}>
          {text.slice(start, end)}
        </del>
      ) : (
        <Fragment key={start}>{text.slice(start, end)}</Fragment>
      ),
  );
}

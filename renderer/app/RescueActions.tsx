import { en } from '../../shared/strings/en.ts';
import type { rescueZh } from '../../shared/strings/rescue.zh.ts';
import { zh } from '../../shared/strings/zh.ts';
import { Button } from '../ui/Button.tsx';
import styles from './RescueActions.module.css';
import { explanationOf, type RescueWords } from './rescueWords.ts';
import { useRescue } from './useRescue.ts';
import { useAnswer } from './useYandu.ts';

/** What can be done about a briefing that cannot be opened. Every action keeps the file. */
export function RescueActions() {
  const { data } = useAnswer('getRescue', {});
  const { isBusy, said, canOpen, ...actions } = useRescue();
  if (data === undefined || data.kind === 'none') return null;
  const isDamaged = data.kind === 'damaged';
  return (
    <section className={styles['rescue']} aria-busy={isBusy}>
      {!canOpen && <Both words={explanationOf(data)} />}
      {!canOpen && (
        <div className={styles['actions']}>
          {isDamaged ? (
            data.canRecover && (
              <Action name="recover" isPrimary disabled={isBusy} onClick={actions.recover} />
            )
          ) : (
            <>
              <Action
                name="exportMarkdown"
                disabled={isBusy}
                onClick={() => actions.exportAs('md')}
              />
              <Action
                name="exportJsonld"
                disabled={isBusy}
                onClick={() => actions.exportAs('jsonld')}
              />
            </>
          )}
          <Action name="copy" disabled={isBusy} onClick={actions.copy} />
        </div>
      )}
      <div role="status">
        {isBusy && isDamaged && <Both words={({ rescue }) => rescue.recovering} />}
        {said && <Both words={said} />}
      </div>
      {canOpen && (
        <div className={styles['actions']}>
          <Action name="open" isPrimary disabled={isBusy} onClick={actions.open} />
        </div>
      )}
      {isDamaged && !canOpen && (
        <details className={styles['last']}>
          <summary>
            {zh.rescue.lastResort} <span lang="en">{en.rescue.lastResort}</span>
          </summary>
          <Both words={({ rescue }) => rescue.startAnewHint} />
          <Action name="startAnew" disabled={isBusy} onClick={actions.startAnew} />
        </details>
      )}
    </section>
  );
}

function Both({ words }: { readonly words: RescueWords }) {
  return (
    <>
      <p>{words(zh, 'zh')}</p>
      <p lang="en" className={styles['other']}>
        {words(en, 'en')}
      </p>
    </>
  );
}

type TextName = {
  readonly [Name in keyof typeof rescueZh]: (typeof rescueZh)[Name] extends string ? Name : never;
}[keyof typeof rescueZh];

type ActionProps = {
  readonly name: TextName;
  readonly isPrimary?: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
};

function Action({ name, isPrimary = false, disabled, onClick }: ActionProps) {
  return (
    <Button
      kind={isPrimary ? 'primary' : 'plain'}
      className={styles['action']}
      disabled={disabled}
      onClick={onClick}
    >
      <span>{zh.rescue[name]}</span>
      <span lang="en" className={styles['small']}>
        {en.rescue[name]}
      </span>
    </Button>
  );
}

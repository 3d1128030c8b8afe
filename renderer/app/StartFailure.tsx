import type { Failure } from '../../shared/domain/result.ts';
import { en } from '../../shared/strings/en.ts';
import { zh } from '../../shared/strings/zh.ts';
import { RescueActions } from './RescueActions.tsx';
import styles from './StartFailure.module.css';

/** Nothing could be opened, so no language is known either: both are given. */
export function StartFailure({ failure: { code, detail } }: { readonly failure: Failure }) {
  return (
    <main className={styles['page']}>
      <div className={styles['seal']} aria-hidden>
        {zh.app.seal}
      </div>
      <section>
        <h1>{zh.app.startFailed}</h1>
        <p>{zh.errors[code](detail)}</p>
      </section>
      <section lang="en">
        <h2>{en.app.startFailed}</h2>
        <p>{en.errors[code](detail)}</p>
      </section>
      <RescueActions />
    </main>
  );
}

import { Component, type ReactNode } from 'react';
import { en } from '../../shared/strings/en.ts';
import { zh } from '../../shared/strings/zh.ts';
import { Button } from '../ui/Button.tsx';
import styles from './StartFailure.module.css';

type Props = { readonly children: ReactNode };
type State = { readonly isCrashed: boolean };

/** A bug in drawing must not leave a blank window. React offers this for classes only. */
export class CrashBoundary extends Component<Props, State> {
  override state: State = { isCrashed: false };

  static getDerivedStateFromError(): State {
    return { isCrashed: true };
  }

  override render(): ReactNode {
    if (!this.state.isCrashed) return this.props.children;
    return (
      <main className={styles['page']}>
        <section>
          <h1>{zh.app.crashed}</h1>
          <p>{zh.app.crashedBody}</p>
        </section>
        <section lang="en">
          <h2>{en.app.crashed}</h2>
          <p>{en.app.crashedBody}</p>
        </section>
        <Button
          kind="primary"
          onClick={() => {
            this.setState({ isCrashed: false });
          }}
        >
          {zh.app.reload} · {en.app.reload}
        </Button>
      </main>
    );
  }
}

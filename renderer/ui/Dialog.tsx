import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useStrings } from '../app/useStrings.ts';
import { classNames } from './classNames.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'narrow' | 'wide';
};

/** A modal sheet over the window: the browser's own dialog, so that focus, Esc and inertness are its. */
export function Dialog({ title, onClose, children, footer, size = 'narrow' }: DialogProps) {
  const { app } = useStrings();
  const ref = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  // A dialog element is opened by a call, not by markup.
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Without this the close button would have the focus.
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      dialog?.close();
    };
  }, []);
  // A button may go with the row it stands in; the keyboard stays in the sheet.
  useEffect(() => {
    if (document.activeElement === document.body) body.current?.focus();
  });

  return (
    <dialog
      ref={ref}
      className={classNames(styles['dialog'], styles[size])}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      <div className={styles['sheet']}>
        <header className={styles['head']}>
          <h2 id={titleId}>{title}</h2>
          <IconButton icon={X} label={app.close} onClick={onClose} />
        </header>
        {/* Scrolls by keyboard too, hence the tab stop. */}
        <div ref={body} className={styles['body']} tabIndex={0}>
          {children}
        </div>
        {footer !== undefined && <footer className={styles['foot']}>{footer}</footer>}
      </div>
    </dialog>
  );
}

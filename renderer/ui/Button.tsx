import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';

type ButtonProps = ComponentProps<'button'> & {
  /** One primary action a view; quiet where a frame would be noise. */
  readonly kind?: 'plain' | 'primary' | 'quiet';
};

/** One that is disabled does nothing and keeps the keyboard: the browser would drop it to the page. */
export function Button({
  kind = 'plain',
  className,
  disabled = false,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['button'], styles[kind], className)}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : onClick}
      {...rest}
    />
  );
}

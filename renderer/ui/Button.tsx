import type { ComponentProps } from 'react';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';

type ButtonProps = ComponentProps<'button'> & {
  /** One primary action a view; quiet where a frame would be noise. */
  readonly kind?: 'plain' | 'primary' | 'quiet';
};

export function Button({ kind = 'plain', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames(styles['button'], styles[kind], className)}
      {...rest}
    />
  );
}

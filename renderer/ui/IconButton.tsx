import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from './Button.tsx';
import styles from './Button.module.css';
import { classNames } from './classNames.ts';

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'children'> & {
  readonly icon: LucideIcon;
  /** Its name for everyone: shown on hover, read aloud. */
  readonly label: string;
};

export function IconButton({
  icon: Icon,
  label,
  className,
  kind = 'quiet',
  ...rest
}: IconButtonProps) {
  return (
    <Button
      kind={kind}
      aria-label={label}
      title={label}
      className={classNames(styles['icon'], className)}
      {...rest}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </Button>
  );
}

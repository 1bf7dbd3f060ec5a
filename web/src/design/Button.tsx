// Buttons: one main thing to do on a screen, the rest calm.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';
import { Keys } from './Keys';

interface ButtonProps {
  children?: ComponentChildren;
  /** What it is called where only the icon shows. */
  label?: string;
  icon?: IconName;
  look?: 'main' | 'plain' | 'quiet' | 'danger';
  keys?: string;
  onClick?: () => void;
  type?: 'button' | 'submit';
  disabled?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  autofocus?: boolean;
}

export function Button({ children, label, icon, look = 'plain', keys, onClick, type = 'button', disabled, pressed, expanded, autofocus }: ButtonProps) {
  const classes = ['button', `button-${look}`, ...(children ? [] : ['button-icon'])].join(' ');
  return (
    <button type={type} class={classes} onClick={onClick} disabled={disabled} title={children ? undefined : label} aria-label={label}
      aria-pressed={pressed} aria-expanded={expanded} autofocus={autofocus}>
      {icon && <Icon name={icon} />}
      {children && <span class="button-words">{children}</span>}
      {keys && <Keys of={keys} />}
    </button>
  );
}

import './button.css';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tip } from './tooltip.js';

export type ButtonKind = 'plain' | 'main' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  readonly kind?: ButtonKind;
  readonly isSmall?: boolean;
  /** Before the words. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}

/** Does something when it is pressed; `isPending` while that is under way. One `main` button at most in a place. */
export function Button({ kind = 'plain', isSmall = false, icon, children, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonClass(kind, isSmall, className)}>
      {icon}
      <span className="ui-button-words">{children}</span>
    </AriaButton>
  );
}

export function buttonClass(kind: ButtonKind, isSmall: boolean, own = ''): string {
  return `ui-button ui-button-${kind} ${isSmall ? 'ui-button-small' : ''} ${own}`.trimEnd();
}

interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What it does: its name for screen readers, and its tooltip. */
  readonly label: string;
  /** Shown in the tooltip after the label. */
  readonly keys?: string;
  readonly children: ReactNode;
  readonly className?: string;
}

/** A button that shows an icon alone. */
export function IconButton({ label, keys, children, className = '', ...rest }: IconButtonProps) {
  return (
    <Tip words={label} {...(keys !== undefined && { keys })}>
      <AriaButton {...rest} aria-label={label} className={`ui-icon-button ${className}`.trimEnd()}>
        {children}
      </AriaButton>
    </Tip>
  );
}

import './button.css';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { type ButtonKind, buttonClass } from './button.js';

interface ButtonLinkProps {
  readonly href: string;
  readonly kind?: ButtonKind;
  readonly isSmall?: boolean;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** Leads to another page, and looks like a button. */
export function ButtonLink({ href, kind = 'plain', isSmall = false, icon, children }: ButtonLinkProps) {
  return (
    <Link href={href} className={buttonClass(kind, isSmall)}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}

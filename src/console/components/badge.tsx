import './badge.css';
import type { ReactNode } from 'react';

interface BadgeProps {
  readonly tone?: 'plain' | 'good' | 'warn' | 'bad' | 'accent' | 'person';
  readonly icon?: ReactNode;
  readonly title?: string;
  readonly children: ReactNode;
}

/** A word or number that qualifies what it stands beside. It says it in words, never by colour alone. */
export function Badge({ tone = 'plain', icon, title, children }: BadgeProps) {
  return (
    <span className={`ui-badge ui-badge-${tone}`} title={title}>
      {icon}
      {children}
    </span>
  );
}

import './states.css';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  /** Why it is empty, and what may be done. */
  readonly children?: ReactNode;
}

/** There is nothing to show, and that is no fault. */
export function EmptyState({ icon, title, children }: EmptyStateProps) {
  return (
    <div className="ui-state">
      {icon !== undefined && <span className="ui-state-icon">{icon}</span>}
      <p className="ui-state-title">{title}</p>
      {children !== undefined && <div className="ui-state-more">{children}</div>}
    </div>
  );
}

import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';

interface ViewLinkProps {
  readonly href: string;
  readonly isHere: boolean;
  readonly icon?: ReactNode;
  readonly name: string;
  /** How many chats are in it; undefined: not known, or of no interest. */
  readonly count?: number | undefined;
  /** How many of them are late. */
  readonly late?: number;
  /** Whether its chats are in themselves a reason to look. */
  readonly isAlarming?: boolean;
  /** Beside the link: what may be done with the view. */
  readonly children?: ReactNode;
}

/** One way to look at the queue, with how much is in it. */
export function ViewLink(props: ViewLinkProps) {
  const { href, isHere, icon, name, count = 0, late = 0, isAlarming = false, children } = props;
  const { views } = useWords().queue;
  const times = useTimes();
  return (
    <li className="queue-view">
      <Link href={href} className="queue-view-link" {...(isHere && { 'aria-current': 'page' })}>
        {icon}
        <bdi className="queue-view-name">{name}</bdi>
        {late > 0 && <span className="queue-view-late">{views.late(late)}</span>}
        {count > 0 && (
          <span className={isAlarming ? 'queue-view-count queue-view-alarm' : 'queue-view-count'}>
            <span aria-hidden>{times.number(count)}</span>
            <span className="visually-hidden">{views.count(count)}</span>
          </span>
        )}
      </Link>
      {children}
    </li>
  );
}

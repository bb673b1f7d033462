import { useNow } from './use-now.js';
import { useTimes } from './use-times.js';

interface MomentProps {
  /** ISO 8601, as the API has it. */
  readonly at: string;
  /** `relative`: 3 minutes ago. `span`: 3 min. `clock`: 14:05. */
  readonly as?: 'relative' | 'span' | 'clock';
  readonly className?: string;
}

/** A moment that ages by itself; the whole of it shows when the pointer rests on it. */
export function Moment({ at, as = 'relative', className }: MomentProps) {
  const now = useNow();
  const times = useTimes();
  const moment = Date.parse(at);
  const shown = {
    relative: times.relative(moment, now),
    span: times.span(now - moment),
    clock: times.clock(moment),
  };
  return (
    <time dateTime={at} title={times.absolute(moment)} className={className}>
      {shown[as]}
    </time>
  );
}

import { CircleCheck, Clock, ClockAlert, Pause } from 'lucide-react';
import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';
import { Phrase } from '../parts/phrase.js';
import { useTimeLeft } from '../parts/time-left.js';
import type { Handoff } from '../state/answers.js';

interface LevelProps {
  readonly deadline: Handoff['first_reply'];
  /** Whether it was kept already. */
  readonly isKept: boolean;
}

const icons = { none: CircleCheck, paused: Pause, good: Clock, at_risk: Clock, late: ClockAlert };

/** How a promise stands: how long is left, how late it is, or that its clock stands still. */
export function Level({ deadline: { due_at: dueAt, level }, isKept }: LevelProps) {
  const words = useWords().conversation.levels;
  const times = useTimes();
  const left = useTimeLeft(dueAt);
  const shown = level === 'good' || level === 'at_risk' ? (left.isOver ? 'late' : level) : level;
  const Icon = icons[shown];
  return (
    <span
      className={`level level-${shown}`}
      title={dueAt === null ? undefined : times.absolute(Date.parse(dueAt))}
    >
      {(shown !== 'none' || isKept) && <Icon aria-hidden />}
      {shown === 'none' ? (
        isKept ? (
          words.kept
        ) : (
          words.none
        )
      ) : shown === 'paused' ? (
        words.paused
      ) : (
        <span>
          <Phrase text={left.isOver ? words.late : words.due} values={{ time: left.words }} />
        </span>
      )}
    </span>
  );
}

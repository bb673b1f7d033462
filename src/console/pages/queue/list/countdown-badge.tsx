import { CircleAlert, CirclePause, Clock, Hourglass } from 'lucide-react';
import { Badge } from '../../../components/badge.js';
import { useNow } from '../../../time/use-now.js';
import { useTimes } from '../../../time/use-times.js';
import { useWords } from '../../../words/use-words.js';
import type { Countdown, Level } from '../state/countdown.js';

const looks = {
  good: { icon: Clock, tone: 'plain' },
  at_risk: { icon: Hourglass, tone: 'warn' },
  late: { icon: CircleAlert, tone: 'bad' },
  paused: { icon: CirclePause, tone: 'plain' },
} as const satisfies Record<Level, object>;

/** How long is left of a promise. A sign and words say how it stands with it, not the colour alone. */
export function CountdownBadge({ countdown: { what, level, dueAt } }: { readonly countdown: Countdown }) {
  const { promises } = useWords().queue;
  const times = useTimes();
  const now = useNow();
  const { icon: Icon, tone } = looks[level];
  const said = promises[what][level];
  const words = typeof said === 'string' ? said : said(times.span((dueAt ?? now) - now));
  const title = dueAt === null ? {} : { title: times.absolute(dueAt) };
  return (
    <Badge tone={tone} icon={<Icon aria-hidden />} {...title}>
      {words}
      {level === 'at_risk' && <span className="visually-hidden">, {promises.levels.at_risk}</span>}
    </Badge>
  );
}

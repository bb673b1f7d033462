import { MonitorSmartphone } from 'lucide-react';
import { endSession, listSessions } from '../../../../contract/identity.js';
import { useAnswer } from '../../../api/use-answer.js';
import { useDeed } from '../../../api/use-deed.js';
import { Answered } from '../../../components/answered.js';
import { Badge } from '../../../components/badge.js';
import { Button } from '../../../components/button.js';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import { Section } from '../section.js';
import { useSayings } from '../use-sayings.js';

/** Where one is signed in, and the way to end that. */
export function SessionsSection() {
  const words = useWords().settings.me;
  const answer = useAnswer(listSessions, {});
  const { refused } = useSayings();
  const end = useDeed(endSession, { changes: [listSessions], onProblem: refused });
  return (
    <Section title={words.sessions}>
      <Answered answer={answer} lines={2}>
        {({ items }) => (
          <ul className="settings-list">
            {items.map(({ id, agent, is_this: isThis, last_seen_at: lastSeen }) => (
              <li key={id} className="settings-line">
                <MonitorSmartphone aria-hidden />
                <span className="settings-line-words">
                  <span className="settings-line-title">
                    {agent} {isThis && <Badge tone="good">{words.thisSession}</Badge>}
                  </span>
                  <span className="settings-line-more">
                    {words.lastSeen} <Moment at={lastSeen} />
                  </span>
                </span>
                {!isThis && (
                  <Button
                    isSmall
                    aria-label={words.endSession(agent)}
                    onPress={() => end.mutate({ params: { id } })}
                  >
                    {words.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </Section>
  );
}

import { useMe } from '../../../session/use-me.js';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import { useWhen } from '../parts/use-when.js';
import { Phrase } from '../parts/phrase.js';
import type { Desk } from '../state/answers.js';
import { Part } from './part.js';

/** What they agreed to, topic by topic, and whether they said STOP. */
export function ConsentPart({ desk: { consent, workspace } }: { readonly desk: Desk }) {
  const { panel } = useWords().conversation;
  const when = useWhen();
  const topics = useMe().workspaces.find(({ name }) => name === workspace)?.topics ?? [];
  const { stopped_at: stoppedAt } = consent;
  return (
    <Part title={panel.consent}>
      {stoppedAt !== null && (
        <p className="consent-stopped">
          <Phrase text={panel.stoppedSince} values={{ when: when(stoppedAt) }} />
        </p>
      )}
      {consent.topics.length === 0 ? (
        <p className="panel-quiet">{panel.noConsent}</p>
      ) : (
        <ul className="panel-list">
          {consent.topics.map(({ topic, state, at }) => (
            <li key={topic} className="panel-entry">
              <bdi>{topics.find(({ name }) => name === topic)?.title ?? topic}</bdi>
              <span className={`consent-${state}`}>
                {panel.consentStates[state]} · <Moment at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}

import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import { Phrase } from '../parts/phrase.js';
import type { Line } from '../state/answers.js';
import type { DeliveryTone } from '../state/delivery.js';
import { Why } from './why.js';

interface LineMetaProps {
  readonly line: Line;
  readonly tone: DeliveryTone;
  /** Of what its voice says in a row: the others do not repeat the time. */
  readonly isLast: boolean;
}

/** When it was said, by which step, how far it has come, and why it was said. */
export function LineMeta({ line, tone, isLast }: LineMetaProps) {
  const { story } = useWords().conversation;
  const { speaker, public: isPublic, direction } = line;
  const isQuiet = !isLast && tone === 'there' && direction === 'in';
  if (isQuiet) return null;
  return (
    <p className="line-meta">
      {isPublic && <span>{story.publicReply}</span>}
      {speaker?.kind === 'flow' && (
        <span>
          <Phrase text={story.step} values={{ step: speaker.step }} />
        </span>
      )}
      <Moment at={line.at} as="clock" />
      {line.state !== null && <Delivery state={line.state} reason={line.reason} tone={tone} />}
      {direction === 'out' && speaker?.kind !== 'person' && (
        <span>
          <Why line={line} />
        </span>
      )}
    </p>
  );
}

interface DeliveryProps {
  readonly state: NonNullable<Line['state']>;
  readonly reason: string | null;
  readonly tone: DeliveryTone;
}

function Delivery({ state, reason, tone }: DeliveryProps) {
  const { delivery } = useWords().conversation;
  return (
    <span className={`delivery-${tone}`}>
      {delivery[state]}
      {reason !== null && reason !== '' && tone !== 'there' && (
        <span className="delivery-reason">
          {': '}
          <bdi>{reason}</bdi>
        </span>
      )}
    </span>
  );
}

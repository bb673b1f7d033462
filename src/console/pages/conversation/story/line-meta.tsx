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
      {line.state !== null && <Delivery line={line} state={line.state} tone={tone} />}
      {direction === 'out' && speaker?.kind !== 'person' && (
        <span>
          <Why line={line} />
        </span>
      )}
    </p>
  );
}

interface DeliveryProps {
  readonly line: Line;
  readonly state: NonNullable<Line['state']>;
  readonly tone: DeliveryTone;
}

function Delivery({ line: { refusal, reason }, state, tone }: DeliveryProps) {
  const { delivery, refusals } = useWords().conversation;
  const told = refusal === null ? reason : refusals[refusal];
  return (
    <span className={`delivery-${tone}`}>
      {delivery[state]}
      {told !== null && told !== '' && tone === 'not' && (
        <span className="delivery-reason">
          {': '}
          {/* What the platform says of it, it says in English. */}
          <bdi {...(refusal === null && { lang: 'en' })}>{told}</bdi>
        </span>
      )}
    </span>
  );
}

import { ArrowLeft, PanelRight } from 'lucide-react';
import { type RefObject, useEffect, useRef } from 'react';
import { Link } from 'react-aria-components';
import { Avatar } from '../../components/avatar.js';
import { Badge } from '../../components/badge.js';
import { IconButton } from '../../components/button.js';
import { Later } from '../../components/later.js';
import { useMe } from '../../session/use-me.js';
import { useWords } from '../../words/use-words.js';
import { DeedBar } from './deeds/deed-bar.js';
import type { Deed, DeedId } from './deeds/deed-list.js';
import { Level } from './panel/level.js';
import { useWhen } from './parts/use-when.js';
import { Phrase } from './parts/phrase.js';
import type { Desk } from './state/answers.js';
import { standingOf } from './state/standing.js';

interface ConversationHeadProps {
  readonly desk: Desk;
  readonly deeds: readonly Deed[];
  readonly onDo: (id: DeedId) => void;
  readonly onPanel: () => void;
}

/** Whose chat this is, how it stands, and what may be done. */
export function ConversationHead({ desk, deeds, onDo, onPanel }: ConversationHeadProps) {
  const { conversation, common } = useWords();
  const { contact, channel, account } = desk;
  const name = contact.name ?? common.nameless;
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <header className="conversation-head">
      <Link href="/inbox" className="ui-icon-button conversation-back" aria-label={conversation.backToInbox}>
        <ArrowLeft aria-hidden />
      </Link>
      <Avatar name={contact.name ?? ''} />
      <div className="conversation-who">
        <h1 ref={heading} tabIndex={-1} className="conversation-name" title={name}>
          <bdi>{name}</bdi>
        </h1>
        <Later>
          <FocusFirst heading={heading} />
        </Later>
        <p className="conversation-where">
          <Standing desk={desk} />
          <span>
            {common.channels[channel]} · <bdi>{account}</bdi>
          </span>
        </p>
      </div>
      <DeedBar deeds={deeds} onDo={onDo} />
      <IconButton className="conversation-panel-opener" label={conversation.panel.open} onPress={onPanel}>
        <PanelRight aria-hidden />
      </IconButton>
    </header>
  );
}

/** Leads the focus into the conversation, unless whoever opened it has gone on to a field or a button of it already. */
function FocusFirst({ heading }: { readonly heading: RefObject<HTMLElement | null> }) {
  useEffect(() => {
    const isInside = heading.current?.closest('.conversation')?.contains(document.activeElement) ?? true;
    if (!isInside) heading.current?.focus({ preventScroll: true });
  }, [heading]);
  return null;
}

const tones = {
  blocked: 'bad',
  stopped: 'bad',
  unreachable: 'bad',
  snoozed: 'plain',
  yours: 'person',
  assigned: 'person',
  unassigned: 'warn',
  human: 'person',
  other: 'warn',
  bot: 'accent',
} as const;

function Standing({ desk }: { readonly desk: Desk }) {
  const { states } = useWords().conversation;
  const { user } = useMe();
  const when = useWhen();
  const { handoff } = desk;
  const standing = standingOf(desk, user.id);
  const until = handoff?.snoozed_until ?? null;
  const isDue = handoff !== null && ['late', 'at_risk'].includes(levelOf(handoff));
  return (
    <>
      <Badge tone={tones[standing]}>
        <Phrase
          text={states[standing]}
          values={{
            assignee: handoff?.assignee?.name ?? '',
            until: until === null ? '' : when(until),
          }}
        />
      </Badge>
      {isDue && <Level deadline={pressing(handoff)} isKept={false} />}
    </>
  );
}

type OpenHandoff = NonNullable<Desk['handoff']>;

function pressing({ first_reply: first, resolution }: OpenHandoff): OpenHandoff['first_reply'] {
  return first.level === 'none' || first.level === 'paused' ? resolution : first;
}

function levelOf(handoff: OpenHandoff): string {
  return pressing(handoff).level;
}

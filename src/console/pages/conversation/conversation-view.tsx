import { useMemo, useState } from 'react';
import { useWords } from '../../words/use-words.js';
import { usePresence } from '../../live/use-presence.js';
import { Later } from '../../components/later.js';
import { useMay, useMe } from '../../session/use-me.js';
import { Composer } from './composer/composer.js';
import { ConversationHead } from './conversation-head.js';
import { AskedDeed, onTurning } from './deeds/asked-deed.js';
import { DeedKeys } from './deeds/deed-keys.js';
import { deedsFor, type DeedId } from './deeds/deed-list.js';
import { DeedsContext } from './deeds/deeds-context.js';
import { useDeedsOf } from './deeds/use-doing.js';
import { useCopiedLink } from './deeds/use-copied-link.js';
import { useComposerKeys } from './hooks/use-composer-keys.js';
import { useDraft } from './hooks/use-draft.js';
import { useSending } from './hooks/use-sending.js';
import type { Timeline } from './hooks/use-timeline.js';
import { useTyping } from './hooks/use-typing.js';
import { useWindowEnd } from './hooks/use-window-end.js';
import { SidePanel } from './panel/side-panel.js';
import { PanelDrawer } from './panel/panel-drawer.js';
import { WorkspaceContext } from './parts/workspace-context.js';
import type { Desk } from './state/answers.js';
import type { Outgoing } from './state/outbox.js';
import { Origin } from './story/origin.js';
import { Story } from './story/story.js';

interface ConversationViewProps {
  readonly desk: Desk;
  readonly timeline: Timeline;
}

/** The page of a conversation whose desk is there. */
export function ConversationView({ desk, timeline }: ConversationViewProps) {
  const { conversation_id: conversationId, contact, origin } = desk;
  const { common } = useWords();
  const { user } = useMe();
  const items = timeline.items ?? noItems;
  const draft = useDraft(`${user.id} ${conversationId}`);
  const sending = useSending({ conversationId, ownId: user.id, version: desk.version, items });
  const deeds = useDeedsOf(desk);
  const panel = usePanel();
  const doing = useDeedInHand(desk, deeds, panel.callTags);
  useComposerKeys(draft.setMode);
  const edit = (outgoing: Outgoing): void => {
    draft.putBack(outgoing.text, outgoing.kind);
    sending.takeBack(outgoing);
  };
  return (
    <DeedsContext value={deeds}>
      <WorkspaceContext value={desk.workspace}>
        <div className="conversation" {...onTurning}>
          <div className="conversation-main">
            <ConversationHead desk={desk} deeds={doing.list} onDo={doing.run} onPanel={panel.open} />
            <Story
              conversationId={conversationId}
              contactName={contact.name ?? common.nameless}
              timeline={timeline}
              outbox={sending.outbox}
              onRetry={sending.sendAgain}
              onEdit={edit}
            >
              {origin !== null && <Origin origin={origin} />}
            </Story>
            <Composer
              desk={desk}
              items={items}
              draft={draft}
              sending={sending}
              onUnblock={() => void deeds.block(false)}
            />
          </div>
          <BesideStory desk={desk} panel={panel} />
        </div>
      </WorkspaceContext>
      <Later>
        <WhileOpen desk={desk} text={draft.text} />
      </Later>
      <DeedKeys deeds={doing.list} onDo={doing.run} />
      <AskedDeed deed={doing.asked} desk={desk} onClose={doing.close} />
    </DeedsContext>
  );
}

const noItems: readonly never[] = [];

/** Tells colleagues who has the conversation open and whether they write, and sees when its window ends. */
function WhileOpen({ desk, text }: { readonly desk: Desk; readonly text: string }) {
  usePresence(desk.conversation_id, useTyping(text));
  useWindowEnd(desk.conversation_id, desk.composer.closes_at);
  return null;
}

/** The side panel: beside the story where there is room, else in a drawer. */
function BesideStory({ desk, panel }: { readonly desk: Desk; readonly panel: ReturnType<typeof usePanel> }) {
  return (
    <>
      <div className="conversation-panel">
        <Later>
          <SidePanel desk={desk} tagCalls={panel.tagCalls} />
        </Later>
      </div>
      <PanelDrawer isOpen={panel.isOpen} onClose={panel.close}>
        <SidePanel desk={desk} tagCalls={panel.tagCalls} />
      </PanelDrawer>
    </>
  );
}

/** The drawer that holds the side panel where there is no room beside the story. */
function usePanel() {
  const [isOpen, setIsOpen] = useState(false);
  const [tagCalls, setTagCalls] = useState(0);
  return {
    isOpen,
    tagCalls,
    open: () => setIsOpen(true),
    close: () => setIsOpen(false),
    callTags: () => {
      setIsOpen(!window.matchMedia(roomForPanel).matches);
      setTagCalls((calls) => calls + 1);
    },
  };
}

/** As the stylesheet has it. */
const roomForPanel = '(width >= 80rem)';

/** Does at once what asks nothing; for the rest a dialog opens. */
function useDeedInHand(desk: Desk, deeds: ReturnType<typeof useDeedsOf>, callTags: () => void) {
  const words = useWords().conversation.deeds;
  const { user } = useMe();
  const [mayWork, mayLead] = [useMay('work_chats'), useMay('lead_chats')];
  const [asked, setAsked] = useState<DeedId | null>(null);
  const copyLink = useCopiedLink(desk.conversation_id);
  const list = useMemo(
    () => deedsFor({ desk, ownId: user.id, mayWork, mayLead }, words),
    [desk, user.id, mayWork, mayLead, words],
  );
  const run = (id: DeedId): void => {
    if (id === 'take') void deeds.take();
    else if (id === 'wake') void deeds.snooze(null);
    else if (id === 'unblock') void deeds.block(false);
    else if (id === 'copy_link') copyLink();
    else if (id === 'tags') callTags();
    else setAsked(id);
  };
  return { list, asked, run, close: () => setAsked(null) };
}

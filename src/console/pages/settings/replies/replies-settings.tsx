import { MessageSquareText, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { deleteReply, listReplies } from '../../../../contract/replies.js';
import { useAnswer } from '../../../api/use-answer.js';
import { useDeed } from '../../../api/use-deed.js';
import { Answered } from '../../../components/answered.js';
import { Badge } from '../../../components/badge.js';
import { Button, IconButton } from '../../../components/button.js';
import { ConfirmDialog } from '../../../components/dialog.js';
import { EmptyState } from '../../../components/empty-state.js';
import { useMay } from '../../../session/use-me.js';
import { PageTitle } from '../../../shell/page-title.js';
import { useWords } from '../../../words/use-words.js';
import { Section } from '../section.js';
import { useSayings } from '../use-sayings.js';
import { ReplyDialog } from './reply-dialog.js';
import type { SavedReply } from './saved-reply.js';

type Open =
  | { readonly kind: 'write'; readonly reply: SavedReply | null }
  | { readonly kind: 'delete'; readonly reply: SavedReply };

/** Answers that are kept to be given again. */
export function RepliesSettings() {
  const { places, replies: words } = useWords().settings;
  const [open, setOpen] = useState<Open | null>(null);
  const answer = useAnswer(listReplies, {});
  const mayWrite = useMay('work_chats');
  const add = (
    <Button kind="main" icon={<Plus aria-hidden />} onPress={() => setOpen({ kind: 'write', reply: null })}>
      {words.add}
    </Button>
  );
  return (
    <Section title={places.replies} why={words.why} deed={mayWrite && add}>
      <PageTitle title={places.replies} />
      <Answered answer={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={<MessageSquareText aria-hidden />} title={words.empty}>
              <p>{words.emptyWhy}</p>
            </EmptyState>
          ) : (
            <ul className="settings-list">
              {items.map((reply) => (
                <ReplyLine key={reply.id} reply={reply} onOpen={setOpen} />
              ))}
            </ul>
          )
        }
      </Answered>
      {open?.kind === 'write' && <ReplyDialog reply={open.reply} onClose={() => setOpen(null)} />}
      {open?.kind === 'delete' && <DeleteDialog reply={open.reply} onClose={() => setOpen(null)} />}
    </Section>
  );
}

interface ReplyLineProps {
  readonly reply: SavedReply;
  readonly onOpen: (open: Open) => void;
}

function ReplyLine({ reply, onOpen }: ReplyLineProps) {
  const words = useWords().settings.replies;
  const isLead = useMay('lead_chats');
  const isMine = useMay('work_chats') && reply.is_mine;
  return (
    <li className="settings-line">
      <span className="settings-line-words">
        <span className="settings-line-title">
          /{reply.shortcut}
          <Badge>{reply.is_shared ? words.shared : words.mine}</Badge>
        </span>
        <span className="settings-line-more" dir="auto">
          {reply.text}
        </span>
      </span>
      {(isMine || isLead) && (
        <span className="settings-line-deeds">
          <IconButton label={words.changeOf(reply.shortcut)} onPress={() => onOpen({ kind: 'write', reply })}>
            <Pencil aria-hidden />
          </IconButton>
          <IconButton
            label={words.deleteOf(reply.shortcut)}
            onPress={() => onOpen({ kind: 'delete', reply })}
          >
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      )}
    </li>
  );
}

interface DeleteDialogProps {
  readonly reply: SavedReply;
  readonly onClose: () => void;
}

function DeleteDialog({ reply, onClose }: DeleteDialogProps) {
  const { settings, common } = useWords();
  const { refused } = useSayings();
  const { mutate, isPending } = useDeed(deleteReply, {
    changes: [listReplies],
    onDone: onClose,
    onProblem: refused,
  });
  return (
    <ConfirmDialog
      isOpen
      isDanger
      title={settings.replies.deleteOf(reply.shortcut)}
      confirm={common.delete}
      isPending={isPending}
      onConfirm={() => mutate({ params: { id: reply.id } })}
      onClose={onClose}
    >
      <p>{settings.replies.deleteWhy}</p>
    </ConfirmDialog>
  );
}

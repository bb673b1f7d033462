import { BookmarkPlus, Trash2, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { listViews } from '../../../../contract/queue.js';
import { useAnswer } from '../../../api/use-answer.js';
import { Button, IconButton } from '../../../components/button.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { inboxAddress } from '../hooks/use-question.js';
import type { SavedView } from '../state/queue-item.js';
import { givenFilters, isSameQuestion, questionOf } from '../state/queue-question.js';
import { DeleteViewDialog } from './delete-view-dialog.js';
import { SaveViewDialog } from './save-view-dialog.js';
import { ViewLink } from './view-link.js';
import type { ViewsProps } from './views-props.js';

/** Views that people have given a name, and the way to save what is shown now. */
export function SavedViews({ question, openConversationId }: ViewsProps) {
  const words = useWords().queue.views;
  const { data } = useAnswer(listViews, {});
  const mayLead = useMay('lead_chats');
  const [isSaving, setIsSaving] = useState(false);
  const [deleted, setDeleted] = useState<SavedView | null>(null);
  const saved = data?.items ?? [];
  const isNew =
    Object.keys(givenFilters(question.filters)).length > 0 &&
    !saved.some((view) => isSameQuestion(questionOf(view), question));
  if (saved.length === 0 && !isNew) return null;
  return (
    <section className="queue-views-part" aria-label={words.saved}>
      <h2 className="queue-views-title">{words.saved}</h2>
      <ul className="queue-views-list">
        {saved.map((view) => (
          <ViewLink
            key={view.id}
            href={inboxAddress(questionOf(view), openConversationId)}
            isHere={isSameQuestion(questionOf(view), question)}
            name={view.name}
          >
            {view.is_shared && <SharedMark />}
            {(view.is_mine || mayLead) && (
              <IconButton
                label={words.remove(view.name)}
                className="queue-view-delete"
                onPress={() => setDeleted(view)}
              >
                <Trash2 aria-hidden />
              </IconButton>
            )}
          </ViewLink>
        ))}
      </ul>
      {isNew && (
        <Button kind="quiet" isSmall icon={<BookmarkPlus aria-hidden />} onPress={() => setIsSaving(true)}>
          {words.save}
        </Button>
      )}
      {isSaving && <SaveViewDialog question={question} onClose={() => setIsSaving(false)} />}
      {deleted !== null && <DeleteViewDialog view={deleted} onClose={() => setDeleted(null)} />}
    </section>
  );
}

function SharedMark() {
  const { shared } = useWords().queue.views;
  return (
    <span className="queue-view-shared" title={shared}>
      <UsersRound aria-hidden />
      <span className="visually-hidden">{shared}</span>
    </span>
  );
}

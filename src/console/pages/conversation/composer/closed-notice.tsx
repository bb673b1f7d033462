import { Clock } from 'lucide-react';
import { useWords } from '../../../words/use-words.js';
import type { Desk } from '../state/answers.js';
import { TemplateForm } from './template-form.js';

interface ClosedNoticeProps {
  readonly desk: Desk;
  /** What its writer had begun when the permission ended. */
  readonly draft: string;
}

/** Why nothing may be written now, and what may still be sent. */
export function ClosedNotice({ desk, draft }: ClosedNoticeProps) {
  const { composer: words, refusals } = useWords().conversation;
  const { refusal, templates } = desk.composer;
  return (
    <div className="composer-notice composer-notice-tall">
      <p>
        <Clock aria-hidden /> <strong>{words.cannotWrite}</strong>
      </p>
      {refusal !== null && <p className="composer-why">{refusals[refusal]}</p>}
      {draft.trim() !== '' && (
        <p className="composer-kept">
          {words.draftKept} <bdi>{draft}</bdi>
        </p>
      )}
      {templates.length > 0 && <TemplateForm conversationId={desk.conversation_id} templates={templates} />}
    </div>
  );
}

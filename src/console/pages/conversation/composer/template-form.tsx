import { useState, type SyntheticEvent } from 'react';
import { sendTemplate } from '../../../../contract/deeds.js';
import { readDesk, readTimeline } from '../../../../contract/desk.js';
import { useDeed } from '../../../api/use-deed.js';
import { useProblemWords } from '../../../api/use-problem-words.js';
import { Button } from '../../../components/button.js';
import { Select } from '../../../components/select.js';
import { TextField } from '../../../components/text-field.js';
import { say } from '../../../components/toast.js';
import { useWords } from '../../../words/use-words.js';
import type { ApprovedTemplate } from '../state/answers.js';
import { fillGaps, templateKey } from '../state/template-text.js';

interface TemplateFormProps {
  readonly conversationId: string;
  readonly templates: readonly ApprovedTemplate[];
}

/** Chooses a message that the platform has approved, fills its gaps, and shows how it will read. */
export function TemplateForm({ conversationId, templates }: TemplateFormProps) {
  const { composer: words, refusals } = useWords().conversation;
  const [chosen, setChosen] = useState(templateKey(templates[0]));
  const [gaps, setGaps] = useState<readonly string[]>([]);
  const template = templates.find((one) => templateKey(one) === chosen) ?? templates[0];
  const { send, isPending } = useTemplateSending(conversationId, () => setGaps([]));
  if (template === undefined) return null;
  const filled = Array.from({ length: template.gaps }, (_, index) => gaps[index] ?? '');
  const maySend = template.may_send && filled.every((gap) => gap.trim() !== '');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (maySend && !isPending) send(template, filled);
  };
  return (
    <form className="template-form" onSubmit={submit}>
      <Select
        label={words.chooseTemplate}
        choices={templates.map((one) => ({ id: templateKey(one), label: `${one.name} (${one.language})` }))}
        value={templateKey(template)}
        onChange={(key) => {
          setChosen(key);
          setGaps([]);
        }}
      />
      {filled.map((gap, index) => (
        <TextField
          key={index}
          label={words.gap(index + 1)}
          value={gap}
          maxLength={1_000}
          onChange={(value) => setGaps(filled.with(index, value))}
        />
      ))}
      <figure className="template-preview">
        <figcaption>{words.preview}</figcaption>
        <p dir="auto">{fillGaps(template.body, filled)}</p>
      </figure>
      {template.refusal !== null && <p className="composer-why">{refusals[template.refusal]}</p>}
      <Button type="submit" kind="main" isDisabled={!maySend} isPending={isPending}>
        {words.sendTemplate}
      </Button>
    </form>
  );
}

/** The same try keeps its id, so that a template is sent once however often it is pressed. */
function useTemplateSending(conversationId: string, onSent: () => void) {
  const { common, conversation } = useWords();
  const problemWords = useProblemWords();
  const [requestId, setRequestId] = useState(() => crypto.randomUUID());
  const { mutate, isPending } = useDeed(sendTemplate, {
    changes: [readDesk, readTimeline],
    onDone: () => {
      onSent();
      setRequestId(crypto.randomUUID());
      say({ kind: 'done', words: conversation.composer.templateSent });
    },
    onProblem: (problem) => say({ kind: 'problem', words: common.couldNotDo, why: problemWords(problem) }),
  });
  const send = ({ name, language }: ApprovedTemplate, gaps: readonly string[]): void =>
    mutate({
      params: { id: conversationId },
      body: { template: name, language, gaps: [...gaps], request_id: requestId },
    });
  return { send, isPending };
}

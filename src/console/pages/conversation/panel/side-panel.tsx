import './side-panel.css';
import { useWords } from '../../../words/use-words.js';
import type { Desk } from '../state/answers.js';
import { ConsentPart } from './consent-part.js';
import { ContactPart } from './contact-part.js';
import { HandoffPart } from './handoff-part.js';
import { AnswersPart, HandoffsPart, OutcomesPart, RunsPart } from './history-parts.js';
import { HerePart } from './here-part.js';
import { TagsPart } from './tags-part.js';
import { WindowPart } from './window-part.js';

interface SidePanelProps {
  readonly desk: Desk;
  /** Grows each time a tag is to be written: the field then takes the focus. */
  readonly tagCalls: number;
}

/** All that is known beside the story. */
export function SidePanel({ desk, tagCalls }: SidePanelProps) {
  const { panel } = useWords().conversation;
  return (
    <aside className="panel" aria-label={panel.label}>
      {desk.present.length > 0 && <HerePart present={desk.present} />}
      {desk.handoff !== null && <HandoffPart handoff={desk.handoff} workspace={desk.workspace} />}
      <WindowPart composer={desk.composer} />
      <ContactPart desk={desk} />
      <TagsPart desk={desk} calls={tagCalls} />
      <ConsentPart desk={desk} />
      {desk.answers.length > 0 && <AnswersPart answers={desk.answers} />}
      {desk.outcomes.length > 0 && <OutcomesPart outcomes={desk.outcomes} />}
      {desk.earlier_handoffs.length > 0 && <HandoffsPart handoffs={desk.earlier_handoffs} />}
      {desk.runs.length > 0 && <RunsPart runs={desk.runs} />}
    </aside>
  );
}

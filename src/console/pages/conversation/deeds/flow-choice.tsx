import { useWords } from '../../../words/use-words.js';

export interface FlowPlace {
  readonly flow: string;
  /** Empty: from its beginning. */
  readonly step: string;
}

interface FlowChoiceProps {
  readonly workspace: string;
  readonly place: FlowPlace;
  readonly onChoose: (place: FlowPlace) => void;
}

/** A flow of the workspace, and where in it to begin. */
export function FlowChoice(_props: FlowChoiceProps) {
  const words = useWords().conversation.handBack;
  return <p className="deed-hint">{words.noFlows}</p>;
}

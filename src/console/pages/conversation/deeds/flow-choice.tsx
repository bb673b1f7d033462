import { listFlows, readFlowSteps } from '../../../../contract/flows.js';
import { useAnswer } from '../../../api/use-answer.js';
import { ErrorState } from '../../../components/error-state.js';
import { Select } from '../../../components/select.js';
import { Skeleton } from '../../../components/skeleton.js';
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
export function FlowChoice({ workspace, place, onChoose }: FlowChoiceProps) {
  const words = useWords().conversation.handBack;
  const { data, error, refetch } = useAnswer(listFlows, { query: { workspace } });
  if (data === undefined && error !== null)
    return <ErrorState problem={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={2} />;
  if (data.items.length === 0) return <p className="deed-hint">{words.noFlows}</p>;
  return (
    <>
      <Select
        label={words.flow}
        choices={[
          { id: '', label: words.chooseFlow },
          ...data.items.map(({ name, title }) => ({ id: name, label: title, description: name })),
        ]}
        value={place.flow}
        onChange={(flow) => onChoose({ flow, step: '' })}
      />
      {place.flow !== '' && <StepChoice workspace={workspace} place={place} onChoose={onChoose} />}
    </>
  );
}

function StepChoice({ workspace, place: { flow, step }, onChoose }: FlowChoiceProps) {
  const words = useWords().conversation.handBack;
  const { data } = useAnswer(readFlowSteps, { params: { workspace, flow } });
  if (data === undefined) return null;
  const steps = data.items.map(({ path, verb, says }) => ({
    id: path,
    label: says ?? `${verb} (${path})`,
    description: path,
  }));
  return (
    <Select
      label={words.step}
      choices={[{ id: '', label: words.fromStart }, ...steps]}
      value={step}
      onChange={(path) => onChoose({ flow, step: path })}
    />
  );
}

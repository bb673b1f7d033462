import { useMay } from '../../../session/use-me.js';
import { useTeamTitles } from '../../../session/use-team-titles.js';
import { Select } from '../../../components/select.js';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import { useDeeds } from '../deeds/deeds-context.js';
import type { Handoff } from '../state/answers.js';
import { Level } from './level.js';
import { Pair, Part } from './part.js';

interface HandoffPartProps {
  readonly handoff: Handoff;
  readonly workspace: string;
}

const priorities = ['low', 'normal', 'high', 'urgent'] as const;

/** Why a person is asked for, by when, and how urgently. */
export function HandoffPart({ handoff, workspace }: HandoffPartProps) {
  const { panel, levels, reasons, priorities: priorityWords } = useWords().conversation;
  const mayWork = useMay('work_chats');
  const deeds = useDeeds();
  const { team, reason, note, reference, priority, first_reply_at: repliedAt } = handoff;
  const titleOf = useTeamTitles();
  return (
    <Part title={panel.handoff}>
      {note !== '' && (
        <p className="panel-note" dir="auto" title={panel.flowNote}>
          {note}
        </p>
      )}
      <dl>
        <Pair name={panel.reason}>{reasons[reason] ?? reason}</Pair>
        <Pair name={panel.since}>
          <Moment at={handoff.opened_at} />
        </Pair>
        {team !== null && (
          <Pair name={panel.team}>
            <bdi>{titleOf(workspace, team)}</bdi>
          </Pair>
        )}
        {reference !== null && (
          <Pair name={panel.reference}>
            <bdi>{reference}</bdi>
          </Pair>
        )}
        <Pair name={levels.firstReply}>
          <Level deadline={handoff.first_reply} isKept={repliedAt !== null} />
        </Pair>
        <Pair name={levels.resolution}>
          <Level deadline={handoff.resolution} isKept={false} />
        </Pair>
      </dl>
      <Select
        label={panel.priority}
        isDisabled={!mayWork}
        choices={priorities.map((id) => ({ id, label: priorityWords[id] }))}
        value={priority}
        onChange={(chosen) => {
          if (chosen !== priority) void deeds.assign({ priority: chosen });
        }}
      />
    </Part>
  );
}

import './deed-dialogs.css';
import { Users, UsersRound } from 'lucide-react';
import { Autocomplete, Input, Menu, MenuItem, SearchField, useFilter } from 'react-aria-components';
import { listPeople } from '../../../../contract/identity.js';
import { mayDo } from '../../../../contract/roles.js';
import { useAnswer } from '../../../api/use-answer.js';
import { Avatar } from '../../../components/avatar.js';
import { Dialog } from '../../../components/dialog.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { Handoff } from '../state/answers.js';
import { assignees, type Assignee } from '../state/assignees.js';
import type { Assignment } from './deed-types.js';

interface AssignDialogProps {
  /** Its teams are offered. */
  readonly workspace: string;
  /** What is given away; null: several, or none yet. */
  readonly handoff: Handoff | null;
  readonly onAssign: (assignment: Assignment) => void;
  readonly onClose: () => void;
}

/** Gives the handoff to a person, those who are here first, to another team, or back to everybody. */
export function AssignDialog({ workspace: name, handoff, onAssign, onClose }: AssignDialogProps) {
  const words = useWords().conversation.assign;
  const { user, workspaces } = useMe();
  const { data } = useAnswer(listPeople, {});
  const { contains } = useFilter({ sensitivity: 'base' });
  const workspace = workspaces.find((one) => one.name === name);
  const choices = assignees({
    people: (data?.items ?? []).filter(({ role }) => mayDo(role, 'work_chats')),
    teams: workspace?.teams ?? [],
    workspace: name,
    handoff,
    ownId: user.id,
  });
  const give = (assignment: Assignment): void => {
    onClose();
    onAssign(assignment);
  };
  return (
    <Dialog title={words.title} isOpen onClose={onClose}>
      <Autocomplete filter={contains}>
        <SearchField aria-label={words.filter} autoFocus className="ui-field">
          <Input className="ui-input" placeholder={words.filter} />
        </SearchField>
        <Menu
          aria-label={words.people}
          className="ui-list assignees"
          renderEmptyState={() => <p className="deed-hint">{words.nobody}</p>}
        >
          {choices.map((choice) => (
            <Choice key={choice.key} choice={choice} onGive={give} />
          ))}
        </Menu>
      </Autocomplete>
    </Dialog>
  );
}

interface ChoiceProps {
  readonly choice: Assignee;
  readonly onGive: (assignment: Assignment) => void;
}

function Choice({ choice, onGive }: ChoiceProps) {
  const words = useWords().conversation.assign;
  const name = choice.kind === 'everybody' ? words.everybody : choice.name;
  return (
    <MenuItem
      id={choice.key}
      textValue={name}
      className="ui-list-item assignee"
      onAction={() => onGive(assignmentOf(choice))}
    >
      <Picture choice={choice} />
      <span>
        <bdi>{name}</bdi>
        {choice.kind === 'person' && choice.isOwn && ` (${words.you})`}
      </span>
      <span className="ui-list-description">
        {choice.kind === 'person' && words[choice.presence]}
        {choice.kind === 'team' && words.teamHint}
        {choice.kind === 'everybody' && words.everybodyHint}
      </span>
    </MenuItem>
  );
}

function Picture({ choice }: { readonly choice: Assignee }) {
  switch (choice.kind) {
    case 'person':
      return <Avatar name={choice.name} size="small" presence={dots[choice.presence]} />;
    case 'team':
      return <UsersRound aria-hidden />;
    case 'everybody':
      return <Users aria-hidden />;
  }
}

const dots = { online: 'available', away: 'away', offline: 'gone' } as const;

function assignmentOf(choice: Assignee): Assignment {
  switch (choice.kind) {
    case 'person':
      return { to: choice.id };
    case 'team':
      return { team: choice.id };
    case 'everybody':
      return { to: null };
  }
}

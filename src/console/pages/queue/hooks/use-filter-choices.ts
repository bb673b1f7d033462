import { channelNames } from '../../../../core/channel.js';
import { handoffPriorities } from '../../../../core/resources.js';
import { listPeople } from '../../../../contract/identity.js';
import { mayDo } from '../../../../contract/roles.js';
import { useAnswer } from '../../../api/use-answer.js';
import type { Choice } from '../../../components/select.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { FilterName, QueueQuestion } from '../state/queue-question.js';

interface FilterField {
  readonly name: FilterName;
  readonly choices: readonly Choice<string>[];
}

/** What the queue can be narrowed to, in words; a filter that leaves no choice is left out. */
export function useFilterChoices({ filters }: QueueQuestion): readonly FilterField[] {
  const { queue, common } = useWords();
  const { workspaces } = useMe();
  const { data: people } = useAnswer(listPeople, {});
  const chosen = workspaces.filter(
    ({ name }) => filters.workspace === undefined || name === filters.workspace,
  );
  const accounts = chosen.flatMap((workspace) => workspace.accounts);
  const channels = channelNames.filter((channel) => accounts.some((account) => account.channel === channel));
  const agents = (people?.items ?? []).filter(({ role }) => mayDo(role, 'work_chats'));
  const fields: readonly FilterField[] = [
    { name: 'workspace', choices: workspaces.map(({ name: id, brand: label }) => ({ id, label })) },
    {
      name: 'team',
      choices: chosen.flatMap(({ teams }) => teams.map(({ name: id, title: label }) => ({ id, label }))),
    },
    { name: 'assignee', choices: agents.map(({ id, name: label }) => ({ id, label })) },
    { name: 'channel', choices: channels.map((id) => ({ id, label: common.channels[id] })) },
    { name: 'account', choices: accounts.map(({ name }) => ({ id: name, label: name })) },
    { name: 'priority', choices: handoffPriorities.map((id) => ({ id, label: queue.priorities[id] })) },
  ];
  return fields.filter(({ choices }) => choices.length > 1);
}

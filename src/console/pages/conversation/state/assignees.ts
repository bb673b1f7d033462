import type { z } from 'zod';
import type { userAnswer } from '../../../../contract/identity.js';
import type { Handoff } from './answers.js';

type User = z.output<typeof userAnswer>;

export type Assignee =
  | {
      readonly kind: 'person';
      readonly key: string;
      readonly id: string;
      readonly name: string;
      readonly presence: 'online' | 'away' | 'offline';
      readonly isOwn: boolean;
    }
  | { readonly kind: 'team'; readonly key: string; readonly id: string; readonly name: string }
  | { readonly kind: 'everybody'; readonly key: string };

interface Assigning {
  readonly people: readonly User[];
  readonly teams: readonly { readonly name: string; readonly title: string }[];
  readonly workspace: string;
  readonly handoff: Handoff | null;
  readonly ownId: string;
}

const ranks = { online: 0, away: 1, offline: 2 };

/** To whom a handoff may be given: people who are here first, then teams; whoever has it already is left out. */
export function assignees({ people, teams, workspace, handoff, ownId }: Assigning): readonly Assignee[] {
  const persons = people
    .filter((person) => !person.is_disabled && (person.workspaces?.includes(workspace) ?? true))
    .filter(({ id }) => id !== handoff?.assignee?.id)
    .map(({ id, name, ...person }) => ({
      ...{ kind: 'person' as const, key: `person ${id}`, id, name },
      ...{ presence: presenceOf(person), isOwn: id === ownId },
    }))
    .sort(
      (one, other) =>
        ranks[one.presence] - ranks[other.presence] ||
        Number(other.isOwn) - Number(one.isOwn) ||
        one.name.localeCompare(other.name, 'en'),
    );
  const others = teams
    .filter(({ name }) => name !== handoff?.team)
    .map(({ name, title }) => ({ kind: 'team' as const, key: `team ${name}`, id: name, name: title }));
  const everybody = handoff?.assignee == null ? [] : [{ kind: 'everybody' as const, key: 'everybody' }];
  return [...persons, ...others, ...everybody];
}

function presenceOf(person: Pick<User, 'is_online' | 'availability'>): 'online' | 'away' | 'offline' {
  if (!person.is_online) return 'offline';
  return person.availability === 'available' ? 'online' : 'away';
}

import { Ellipsis, KeyRound, Pencil, UserCheck, UserX } from 'lucide-react';
import type { z } from 'zod';
import { changePerson, listPeople, type userAnswer } from '../../../../contract/identity.js';
import { mayManage, secondFactorRoles } from '../../../../contract/roles.js';
import { useDeed } from '../../../api/use-deed.js';
import { Avatar } from '../../../components/avatar.js';
import { Badge } from '../../../components/badge.js';
import { IconButton } from '../../../components/button.js';
import { Menu, type MenuItem } from '../../../components/menu.js';
import { useMe } from '../../../session/use-me.js';
import { useTeamTitles } from '../../../session/use-team-titles.js';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import { useSayings } from '../use-sayings.js';

export type Person = z.output<typeof userAnswer>;

/** What is done to somebody after a dialog. */
export interface PersonDeed {
  readonly kind: 'change' | 'reset' | 'disable';
  readonly person: Person;
}

interface PersonLineProps {
  readonly person: Person;
  readonly onDeed: (deed: PersonDeed) => void;
}

/** Somebody who works here: who, as what, where, and whether they are here now. */
export function PersonLine({ person, onDeed }: PersonLineProps) {
  const { settings, common } = useWords();
  const words = settings.people;
  const me = useMe().user;
  const presence = person.is_online ? person.availability : 'gone';
  const needsFactor = secondFactorRoles.includes(person.role) && !person.has_second_factor;
  const titleOf = useTitleOf();
  const teams = person.teams.length === 0 ? words.noTeams : person.teams.map(titleOf).join(', ');
  return (
    <li className="settings-line">
      <Avatar name={person.name} presence={presence} />
      <span className="settings-line-words">
        <span className="settings-line-title">
          <bdi>{person.name}</bdi>
          <Badge tone="accent">{common.roles[person.role]}</Badge>
          {person.is_disabled && <Badge tone="bad">{words.disabled}</Badge>}
          {needsFactor && <Badge tone="warn">{words.secondFactorMissing}</Badge>}
        </span>
        <span className="settings-line-more">{`${person.email} · ${teams}`}</span>
        <span className="settings-line-more">
          <LastSeen person={person} />
        </span>
      </span>
      {mayManage(me.role, person.role) && <PersonMenu person={person} onDeed={onDeed} />}
    </li>
  );
}

function LastSeen({ person }: { readonly person: Person }) {
  const { online, never } = useWords().settings.people;
  if (person.is_online) return online;
  return person.last_seen_at === null ? never : <Moment at={person.last_seen_at} />;
}

function PersonMenu({ person, onDeed }: PersonLineProps) {
  const words = useWords().settings.people;
  const isMe = useMe().user.id === person.id;
  const { refused } = useSayings();
  const { mutate } = useDeed(changePerson, { changes: [listPeople], onProblem: refused });
  const does = (kind: PersonDeed['kind']) => () => onDeed({ kind, person });
  const enable = (): void => mutate({ params: { id: person.id }, body: { is_disabled: false } });
  const change: MenuItem = {
    id: 'change',
    label: words.change,
    icon: <Pencil aria-hidden />,
    onAction: does('change'),
  };
  const others: readonly MenuItem[] = [
    { id: 'reset', label: words.reset, icon: <KeyRound aria-hidden />, onAction: does('reset') },
    person.is_disabled
      ? { id: 'enable', label: words.enable, icon: <UserCheck aria-hidden />, onAction: enable }
      : {
          id: 'disable',
          label: words.disable,
          icon: <UserX aria-hidden />,
          isDanger: true,
          onAction: does('disable'),
        },
  ];
  return (
    <Menu
      label={words.menuOf(person.name)}
      parts={[{ id: 'deeds', items: isMe ? [change] : [change, ...others] }]}
    >
      <IconButton label={words.menuOf(person.name)}>
        <Ellipsis aria-hidden />
      </IconButton>
    </Menu>
  );
}

/** Of a team as people have it: `workspace/team`. */
function useTitleOf(): (team: string) => string {
  const titleOf = useTeamTitles();
  return (team) => {
    const end = team.indexOf('/');
    return titleOf(team.slice(0, end), team.slice(end + 1));
  };
}

import './team-here.css';
import { Users } from 'lucide-react';
import { listPeople } from '../../contract/identity.js';
import { useAnswer } from '../api/use-answer.js';
import { Avatar } from '../components/avatar.js';
import { IconButton } from '../components/button.js';
import { Panel } from '../components/panel.js';
import { useMay } from '../session/use-me.js';
import { useWords } from '../words/use-words.js';

/** How many of the team are here, and who. */
export function TeamHere() {
  const mayAsk = useMay('see_people');
  const { data } = useAnswer(listPeople, {}, { isWanted: mayAsk });
  const { here, availability } = useWords().shell;
  if (!mayAsk || data === undefined) return null;
  const present = data.items.filter(({ is_online }) => is_online);
  const label = here(present.length);
  const button = (
    <IconButton label={label} className="team-here">
      <Users aria-hidden />
      <span aria-hidden>{present.length}</span>
    </IconButton>
  );
  return (
    <Panel label={label} placement="right bottom" button={button}>
      <p className="team-here-count">{label}</p>
      <ul className="team-here-list">
        {present.map(({ id, name, availability: state }) => (
          <li key={id} className="team-here-person">
            <Avatar name={name} size="small" presence={state} />
            <bdi>{name}</bdi>
            <span className="team-here-state">{availability[state]}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

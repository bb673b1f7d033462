import { CircleUser, MessageSquareText, Radio, Users } from 'lucide-react';
import { Link } from 'react-aria-components';
import { useLocation } from 'wouter';
import { mayDo } from '../../../contract/roles.js';
import { useMe } from '../../session/use-me.js';
import { useWords } from '../../words/use-words.js';

const places = [
  { id: 'me', address: '/settings', icon: CircleUser, permission: null },
  { id: 'people', address: '/settings/people', icon: Users, permission: 'see_people' },
  { id: 'replies', address: '/settings/replies', icon: MessageSquareText, permission: 'read_chats' },
  { id: 'accounts', address: '/settings/accounts', icon: Radio, permission: 'see_accounts' },
] as const;

/** The way to the parts of the settings that whoever is signed in may see. */
export function SettingsNav() {
  const { title, places: words } = useWords().settings;
  const { role } = useMe().user;
  const [path] = useLocation();
  return (
    <nav aria-label={title} className="settings-nav">
      {places
        .filter(({ permission }) => permission === null || mayDo(role, permission))
        .map(({ id, address, icon: Icon }) => (
          <Link
            key={id}
            href={address}
            className="settings-place"
            {...(path === address && { 'aria-current': 'page', ref: reveal })}
          >
            <Icon aria-hidden />
            {words[id]}
          </Link>
        ))}
    </nav>
  );
}

/** On phones the places are in a row that is wider than the page. */
function reveal(place: HTMLAnchorElement | null): void {
  place?.scrollIntoView({ block: 'nearest', inline: 'center' });
}

import { Command, Inbox, Search, Settings } from 'lucide-react';
import { Link } from 'react-aria-components';
import { useLocation } from 'wouter';
import { IconButton } from '../components/button.js';
import { Mark } from '../components/mark.js';
import { Tip } from '../components/tooltip.js';
import { useWords } from '../words/use-words.js';
import { AvailabilitySwitch } from './availability-switch.js';
import { MeMenu } from './me-menu.js';
import { TeamHere } from './team-here.js';
import { type Place, usePlaces } from './use-places.js';

const icons = { inbox: Inbox, search: Search, settings: Settings } as const;

/** The way to the pages, beside them, above them on phones; and who is here. */
export function Rail({ onPalette }: { readonly onPalette: () => void }) {
  const { navigation, palette } = useWords().shell;
  const places = usePlaces();
  return (
    <header className="shell-rail">
      <Mark />
      <nav aria-label={navigation} className="shell-nav">
        {places.map((place) => (
          <PlaceLink key={place.id} place={place} />
        ))}
      </nav>
      <div className="shell-corner">
        <IconButton label={palette.open} keys="mod+k" onPress={onPalette}>
          <Command aria-hidden />
        </IconButton>
        <TeamHere />
        <AvailabilitySwitch />
        <MeMenu />
      </div>
    </header>
  );
}

function PlaceLink({ place: { id, label, address, keys } }: { readonly place: Place }) {
  const [path] = useLocation();
  const Icon = icons[id];
  const isHere = path === address || path.startsWith(`${address}/`);
  return (
    <Tip words={label} keys={keys}>
      <Link
        href={address}
        className="shell-place"
        aria-label={label}
        {...(isHere && { 'aria-current': 'page' })}
      >
        <Icon aria-hidden />
      </Link>
    </Tip>
  );
}

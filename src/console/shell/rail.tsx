import { Inbox, Search, Settings } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { useLocation } from 'wouter';
import { Tip } from '../components/tooltip.js';
import { useMay } from '../session/use-me.js';
import { useWords } from '../words/use-words.js';

/** The way to the pages, beside them; above them on phones. */
export function Rail() {
  const words = useWords().shell;
  const mayRead = useMay('read_chats');
  return (
    <header className="shell-rail">
      <nav aria-label={words.navigation} className="shell-nav">
        {mayRead && <Place href="/inbox" label={words.inbox} icon={<Inbox aria-hidden />} />}
        {mayRead && <Place href="/search" label={words.search} icon={<Search aria-hidden />} />}
        <Place href="/settings" label={words.settings} icon={<Settings aria-hidden />} />
      </nav>
    </header>
  );
}

interface PlaceProps {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
}

function Place({ href, label, icon }: PlaceProps) {
  const [path] = useLocation();
  const isHere = path === href || path.startsWith(`${href}/`);
  return (
    <Tip words={label}>
      <Link
        href={href}
        className="shell-place"
        aria-label={label}
        {...(isHere && { 'aria-current': 'page' })}
      >
        {icon}
      </Link>
    </Tip>
  );
}

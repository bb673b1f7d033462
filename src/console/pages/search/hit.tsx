import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import type { SupportedChannel } from '../../../core/channel.js';
import { Avatar } from '../../components/avatar.js';
import { ChannelIcon } from '../../components/channel-icon.js';
import { useWords } from '../../words/use-words.js';

interface HitProps {
  readonly href: string;
  /** Of the contact; null: it is not known. */
  readonly name: string | null;
  readonly channel: SupportedChannel;
  /** What stands at the end of its first line. */
  readonly beside: ReactNode;
  readonly children: ReactNode;
}

/** One thing that was found: with whom and where, and the way to the conversation. */
export function Hit({ href, name, channel, beside, children }: HitProps) {
  const { common } = useWords();
  return (
    <Link href={href} className="search-hit">
      <Avatar name={name ?? ''} />
      <span className="search-words">
        <span className="search-head">
          <bdi className="search-name">{name ?? common.nameless}</bdi>
          <span className="search-channel">
            <ChannelIcon channel={channel} />
            {common.channels[channel]}
          </span>
          <span className="search-beside">{beside}</span>
        </span>
        {children}
      </span>
    </Link>
  );
}

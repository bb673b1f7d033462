import './origin.css';
import { ExternalLink, Megaphone, MessageCircle } from 'lucide-react';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import type { Desk } from '../state/answers.js';
import { webAddress } from '../state/web-address.js';

interface OriginProps {
  readonly origin: NonNullable<Desk['origin']>;
}

/** The comment, story or advertisement that brought them here. */
export function Origin({ origin: { kind, text, url, post, at } }: OriginProps) {
  const { origin } = useWords().conversation;
  const address = url === null ? undefined : webAddress(url);
  const Icon = kind === 'ad' ? Megaphone : MessageCircle;
  return (
    <aside className="origin" aria-label={origin[kind]}>
      <Icon aria-hidden />
      <p className="origin-kind">
        {origin[kind]} · <Moment at={at} />
      </p>
      {text !== null && (
        <blockquote className="origin-text" dir="auto">
          {text}
        </blockquote>
      )}
      {address !== undefined && (
        <a className="origin-post" href={address.href} target="_blank" rel="noopener noreferrer">
          {origin.seePost} <ExternalLink aria-hidden />
        </a>
      )}
      {address === undefined && post !== null && <code className="origin-post">{post}</code>}
    </aside>
  );
}

import { Link } from 'react-aria-components';
import type { z } from 'zod';
import type { search } from '../../../contract/queue.js';
import { conversationAddress } from '../../app/addresses.js';
import { Avatar } from '../../components/avatar.js';
import { Badge } from '../../components/badge.js';
import { Moment } from '../../time/moment.js';
import { useWords } from '../../words/use-words.js';
import { Excerpt } from './excerpt.js';

type Found = z.output<(typeof search)['answer']>;

/** Contacts that were found. */
export function ContactHits({ contacts }: Pick<Found, 'contacts'>) {
  const { search: words, common } = useWords();
  if (contacts.length === 0) return null;
  return (
    <section aria-label={words.contacts}>
      <h2 className="search-heading">{words.contacts}</h2>
      <ul className="search-list">
        {contacts.map(
          ({ contact_id: id, conversation_id: conversation, name, channel, account, platform_ids }) => (
            <li key={id}>
              <Link href={conversationAddress(conversation)} className="search-hit">
                <Avatar name={name ?? ''} />
                <span className="search-words">
                  <bdi className="search-name">{name ?? common.nameless}</bdi>
                  <span className="search-more">{platform_ids.join(', ')}</span>
                </span>
                <Badge>{`${common.channels[channel]} · ${account}`}</Badge>
              </Link>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

/** Messages and notes that were found. */
export function MessageHits({ messages }: Pick<Found, 'messages'>) {
  const { search: words, common } = useWords();
  if (messages.length === 0) return null;
  return (
    <section aria-label={words.messages}>
      <h2 className="search-heading">{words.messages}</h2>
      <ul className="search-list">
        {messages.map(
          ({ message_id: id, conversation_id: conversation, contact_name: name, direction, excerpt, at }) => (
            <li key={id}>
              <Link href={conversationAddress(conversation)} className="search-hit">
                <Avatar name={name ?? ''} />
                <span className="search-words">
                  <span>
                    <bdi className="search-name">{name ?? common.nameless}</bdi>{' '}
                    <span className="search-more">{words.directions[direction]}</span>
                  </span>
                  <Excerpt text={excerpt} />
                </span>
                <Moment at={at} className="search-more" />
              </Link>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

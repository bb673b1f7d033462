import { conversationAddress } from '../../app/addresses.js';
import { Moment } from '../../time/moment.js';
import { useWords } from '../../words/use-words.js';
import { Excerpt } from './excerpt.js';
import { Hit } from './hit.js';
import type { Found } from './use-found.js';

/** Messages and notes that were found. */
export function MessageHits({ messages }: Pick<Found, 'messages'>) {
  const { search: words } = useWords();
  if (messages.length === 0) return null;
  return (
    <section aria-labelledby="found-messages">
      <h2 className="search-heading" id="found-messages">
        {words.messages}
      </h2>
      <ul className="search-list">
        {messages.map((message) => (
          <li key={message.message_id}>
            <Hit
              href={conversationAddress(message.conversation_id)}
              name={message.contact_name}
              channel={message.channel}
              beside={<Moment at={message.at} />}
            >
              <span className="search-said">
                <span className={`search-voice search-voice-${message.direction}`}>
                  {words.directions[message.direction]}
                </span>{' '}
                <Excerpt text={message.excerpt} />
              </span>
            </Hit>
          </li>
        ))}
      </ul>
    </section>
  );
}

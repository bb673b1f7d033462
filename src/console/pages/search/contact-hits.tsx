import { conversationAddress } from '../../app/addresses.js';
import { useWords } from '../../words/use-words.js';
import { Hit } from './hit.js';
import type { Found } from './use-found.js';

/** Contacts that were found. */
export function ContactHits({ contacts }: Pick<Found, 'contacts'>) {
  const { search: words } = useWords();
  if (contacts.length === 0) return null;
  return (
    <section aria-labelledby="found-contacts">
      <h2 className="search-heading" id="found-contacts">
        {words.contacts}
      </h2>
      <ul className="search-list">
        {contacts.map((contact) => (
          <li key={contact.contact_id}>
            <Hit
              href={conversationAddress(contact.conversation_id)}
              name={contact.name}
              channel={contact.channel}
              beside={<bdi>{contact.account}</bdi>}
            >
              {contact.platform_ids.length > 0 && (
                <bdi className="search-more">{contact.platform_ids.join(', ')}</bdi>
              )}
            </Hit>
          </li>
        ))}
      </ul>
    </section>
  );
}

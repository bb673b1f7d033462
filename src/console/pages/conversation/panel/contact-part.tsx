import { Moment } from '../../../time/moment.js';
import { useWording, useWords } from '../../../words/use-words.js';
import type { Desk } from '../state/answers.js';
import { Pair, Part } from './part.js';

/** Who they are, as far as the account knows them. */
export function ContactPart({ desk: { contact } }: { readonly desk: Desk }) {
  const { panel } = useWords().conversation;
  const { language } = useWording();
  return (
    <Part title={panel.contact}>
      <dl>
        <Pair name={panel.name}>{contact.name === null ? panel.noName : <bdi>{contact.name}</bdi>}</Pair>
        <Pair name={panel.identifiers}>
          <ul>
            {contact.platform_ids.map((id) => (
              <li key={id}>
                <bdi>{id}</bdi>
              </li>
            ))}
          </ul>
        </Pair>
        {contact.language !== null && (
          <Pair name={panel.language}>{languageName(contact.language, language)}</Pair>
        )}
        <Pair name={panel.knownSince}>
          <Moment at={contact.known_since} />
        </Pair>
        {Object.entries(contact.fields).map(([name, value]) => (
          <Pair key={name} name={name}>
            <bdi>{value}</bdi>
          </Pair>
        ))}
      </dl>
    </Part>
  );
}

/** `Portuguese` for `pt`; what is no tag of a language is shown as it is. */
function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

import type { z } from 'zod';
import { capabilities } from '../../core/channel.js';
import type { LinkTarget } from '../../core/resources.js';
import { checkTitle } from '../check/check-length.js';
import type { TextSetting } from '../check/check-length.js';
import { checkNeverSay } from '../check/check-never-say.js';
import type { SpeechSetting } from '../check/check-never-say.js';
import { mapping, text } from '../shape/values.js';
import { spoken } from '../translation/spoken.js';
import type { NamedEntry, Section } from './named-things.js';
import { readWording } from './wording.js';

/** What a link's label is held against. */
export type LinkSetting = TextSetting & SpeechSetting & { readonly languages: readonly string[] };

export const linkShape = {
  to: text.describe('The address, in full: https://…'),
  label: spoken.describe('What the button says.'),
  utm: mapping({
    source: text.optional(),
    medium: text.optional(),
    campaign: text.optional(),
    term: text.optional(),
    content: text.optional(),
  })
    .describe('What your analytics are told of where the clicks come from.')
    .optional(),
};

export const trackedLinkShape = mapping(linkShape);

type WrittenLink = z.output<typeof trackedLinkShape>;

/** Names itself as the source of clicks, unless the author says otherwise. */
const DEFAULT_SOURCE = 'heyword';

/** Tracked links: an address, the button's label, and the UTM parameters that tell your analytics where clicks come from. */
export function linkSection(setting: LinkSetting): Section<WrittenLink, LinkTarget> {
  return {
    what: 'link',
    shape: trackedLinkShape,
    read: (entry) => readLink(entry, setting),
  };
}

export function readLink(entry: NamedEntry<WrittenLink>, setting: LinkSetting): LinkTarget | null {
  const { text: label, byLanguage: labels } = readWording(entry, 'label', setting.languages);
  for (const one of Object.values(labels ?? { own: label })) {
    checkTitle(one, (channel) => capabilities[channel].buttons.title, entry.place('label'), setting);
    checkNeverSay([one], entry.place('label'), setting);
  }
  const target = readTarget(entry);
  return target === null ? null : { name: entry.name, label, ...(labels && { labels }), target };
}

function readTarget({ written, place, report }: NamedEntry<WrittenLink>): string | null {
  const address = parseAddress(written.to);
  if (address === null) {
    report.error(
      place('to'),
      'bad-link',
      'A link leads to an address that begins with https:// or http://.',
      {
        hint: 'Write it in full, as it stands in the browser.',
      },
    );
    return null;
  }
  if (address.username !== '' || address.password !== '') {
    report.error(place('to'), 'secret-in-file', 'This address carries a user name or a password.');
    return null;
  }
  return withUtm(address, written.utm);
}

function parseAddress(text: string): URL | null {
  const address = URL.canParse(text) ? new URL(text) : null;
  return address !== null && /^https?:$/u.test(address.protocol) ? address : null;
}

function withUtm(address: URL, utm: WrittenLink['utm']): string {
  if (utm === undefined) return address.href;
  const { source = DEFAULT_SOURCE, medium, campaign, term, content } = utm;
  for (const [key, value] of Object.entries({ source, medium, campaign, term, content })) {
    if (value !== undefined) address.searchParams.set(`utm_${key}`, value);
  }
  return address.href;
}

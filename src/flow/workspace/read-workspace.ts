import { z } from 'zod';
import type { SupportedChannel } from '../../core/channel.js';
import type { NameableThing } from '../findings/catalogue.js';
import { didYouMean } from '../nearest-word.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import { duration, languageCode, mapping, oneOrMore, refuse, text } from '../shape/values.js';
import type { Vocabulary } from '../vocabulary.js';
import type { AccountDefinition, WorkspaceDefinition } from '../workspace-definition.js';
import { entryAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { readAccounts } from './accounts.js';
import { consentChoices } from './consent-choices.js';
import { readHours } from './hours.js';
import { bookingSection } from './bookings.js';
import { linkSection } from './links.js';
import { readSection, usableThings } from './named-things.js';
import { teamSection } from './teams.js';
import { checkLanguages, readTexts } from './texts.js';
import { topicSection } from './topics.js';

const hour = 3_600_000;
const DEFAULT_SILENCE = 12 * hour;

const timezone = z.string().transform((value, context) =>
  isTimezone(value)
    ? value
    : refuse(context, {
        code: 'unknown-timezone',
        message: `"${value}" is not a time zone.`,
        hint:
          didYouMean(value, Intl.supportedValuesOf('timeZone')) ?? 'Write continent and city: Europe/Berlin.',
      }),
);

const section = z.record(z.string(), z.unknown()).nullish();

const shape = mapping({
  brand: text,
  timezone: timezone.optional(),
  languages: oneOrMore(languageCode).optional(),
  hours: section,
  accounts: z.array(z.unknown()).nullish(),
  topics: section,
  teams: section,
  links: section,
  bookings: section,
  texts: section,
  unmatched: z.enum(['answer', 'silent']).optional(),
  silence_after_person: duration.optional(),
  never_say: oneOrMore(text).optional(),
});

/** A workspace as it was read, and what its flows may name. */
export interface WorkspaceReading {
  /** Null: not even the brand is known. */
  readonly definition: WorkspaceDefinition | null;
  readonly vocabulary: Vocabulary;
}

/** `workspace.yaml`, with every mistake in it. */
export function readWorkspace(node: SourceNode, name: string, report: Report): WorkspaceReading {
  const { value: written } = readShape(shape, node, report);
  if (node.kind !== 'map') return { definition: null, vocabulary: unknownVocabulary() };
  const sectionAt = (key: string) => entryAt(node, key)?.value;
  const accounts = readAccounts(sectionAt('accounts'), report);
  const { languages = ['en'], never_say: neverSay = [] } = written ?? {};
  const setting = { vocabulary: { channels: channelsOf(accounts), neverSay }, report };
  const texts = readTexts(sectionAt('texts'), languages, setting);
  checkLanguages(languages, (index) => placeAt(node, ['languages', index]), texts, report);
  const hours = readHours(sectionAt('hours'), report);
  if (hours !== null && entryAt(node, 'timezone') === undefined) reportMissingTimezone(node, report);
  const vocabulary: Vocabulary = {
    ...setting.vocabulary,
    languages,
    links: readSection(linkSection(setting), sectionAt('links'), report),
    bookings: readSection(bookingSection(setting), sectionAt('bookings'), report),
    topics: readSection(topicSection(neverSay), sectionAt('topics'), report),
    teams: readSection(teamSection, sectionAt('teams'), report),
    consentChoices: consentChoices(languages, texts),
    hours,
  };
  const definition = written && {
    name,
    brand: written.brand,
    timezone: written.timezone ?? 'UTC',
    languages,
    hours,
    accounts,
    topics: usableThings(vocabulary.topics),
    teams: usableThings(vocabulary.teams),
    links: usableThings(vocabulary.links),
    texts,
    unmatched: written.unmatched ?? 'answer',
    silenceAfterPerson: written.silence_after_person ?? DEFAULT_SILENCE,
    neverSay,
  };
  return { definition, vocabulary };
}

/** What is assumed of a workspace whose own file cannot be read: that nothing its flows name is missing. */
export function unknownVocabulary(): Vocabulary {
  const unknown = (what: NameableThing) => ({ what, byName: new Map<string, never>(), isComplete: false });
  return {
    links: unknown('link'),
    bookings: unknown('booking'),
    topics: unknown('topic'),
    teams: unknown('team'),
    channels: [],
    languages: [],
    neverSay: [],
    hours: null,
    consentChoices: consentChoices(['en'], {}),
  };
}

function channelsOf(accounts: readonly AccountDefinition[]): readonly SupportedChannel[] {
  return accounts.length === 0 ? ['simulator'] : [...new Set(accounts.map(({ channel }) => channel))];
}

function isTimezone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function reportMissingTimezone(node: SourceNode, report: Report): void {
  report.error(
    placeAt(node, ['hours']),
    'missing-key',
    '"timezone" is missing: hours are those of a place.',
    {
      hint: 'Add a line such as timezone: Europe/Berlin.',
    },
  );
}

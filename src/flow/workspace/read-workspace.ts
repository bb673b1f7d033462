import { z } from 'zod';
import type { SupportedChannel } from '../../core/channel.js';
import type { OfficeHours } from '../../core/office-hours.js';
import type { NameableThing } from '../findings/catalogue.js';
import type { WorkspaceFolder } from '../layout.js';
import type { MentionOf } from '../mention.js';
import type { Report } from '../report.js';
import { readShape } from '../shape/read-shape.js';
import {
  byName,
  duration,
  languageCode,
  languagePattern,
  languageRule,
  mapping,
  name as nameShape,
  oneOrMore,
  part,
  text,
  writtenLike,
} from '../shape/values.js';
import type { WorkspacePart } from '../shape/values.js';
import type { Vocabulary } from '../vocabulary.js';
import type { AccountDefinition, WorkspaceDefinition } from '../workspace-definition.js';
import { entryAt, placeAt } from '../yaml/source-node.js';
import type { SourceNode } from '../yaml/source-node.js';
import { readAccounts } from './accounts.js';
import { consentChoices } from './consent-choices.js';
import { couponSection } from './coupons.js';
import { disclosureShape, readDisclosure } from './disclosure.js';
import { escalationSection } from './escalations.js';
import { hoursShape, readHours } from './hours.js';
import { bookingSection } from './bookings.js';
import { linkSection } from './links.js';
import { lookupSection } from './lookups.js';
import { readSection, usableThings } from './named-things.js';
import { teamSection } from './teams.js';
import { templateSection } from './templates.js';
import { checkLanguages, readTexts } from './texts.js';
import { reportMissingTimezone, timezone } from './timezone.js';
import { topicSection } from './topics.js';

const hour = 3_600_000;
const DEFAULT_SILENCE = 12 * hour;

/** Each entry is read by itself: a mistake in one hides no other. */
function namedSection(what: WorkspacePart, meaning: string) {
  return byName(part(what)).nullish().describe(meaning);
}

function section(what: WorkspacePart, keys: ReturnType<typeof writtenLike>, meaning: string) {
  return z.record(z.string().meta(keys), part(what)).nullish().describe(meaning);
}

export const workspaceShape = mapping({
  brand: text.describe('Whose messages these are, as followers know it.'),
  timezone: timezone
    .describe('Where hours and moments are counted: continent and city, such as Europe/Berlin.')
    .optional(),
  languages: oneOrMore(languageCode)
    .describe('What is spoken, as two letters; the first one where nothing else is known.')
    .optional(),
  hours: hoursShape
    .nullish()
    .describe('When people are there, by days: `mon-fri: "09:00-18:00"`. None: always.'),
  accounts: z
    .array(part('account'))
    .nullish()
    .describe('The connected accounts. Without any the simulator is on.'),
  topics: namedSection('topic', 'What contacts can agree to, by the names that flows use.'),
  templates: namedSection(
    'template',
    'Messages that a platform has approved beforehand, for when the reply window has closed, by the names that flows use.',
  ),
  teams: namedSection('team', 'Who takes handoffs, and what they promise, by the names that flows use.'),
  links: namedSection('link', 'Links whose clicks are counted, by the names that flows use.'),
  bookings: namedSection('booking', 'Pages where people pick a time, by the names that flows use.'),
  lookups: namedSection('lookup', 'Questions to other systems, by the names that flows use.'),
  coupons: namedSection('coupon', 'Lists of codes that are each given once, by the names that flows use.'),
  escalations: namedSection('escalation', 'Ways to people who work elsewhere, by the names that flows use.'),
  texts: section(
    'texts',
    writtenLike(languagePattern, languageRule),
    "The server's own texts in your words, by language.",
  ),
  unmatched: z
    .enum(['answer', 'silent'])
    .describe('What happens to a message that no flow knows: it is answered (usual), or nothing is said.')
    .optional(),
  silence_after_person: duration
    .describe(
      'How long the bot stays silent after a person has written, unless the chat is handed back (12h).',
    )
    .optional(),
  disclosure: disclosureShape
    .describe(
      'Whether the bot says that it is one: before its first message, after a long time (30d, or `{ after: 7d }`), and after a person had the chat. `on` (usual) or `off`.',
    )
    .optional(),
  rating: nameShape
    .describe('The flow that asks for a mark, by `rate`, when people have resolved a handoff.')
    .optional(),
  never_say: oneOrMore(text).describe('What no text of this workspace may contain.').optional(),
});

/** A workspace as it was read, and what its flows may name. */
export interface WorkspaceReading {
  /** Null: not even the brand is known. */
  readonly definition: WorkspaceDefinition | null;
  readonly vocabulary: Vocabulary;
  /** The flow that asks for marks, where one is named. */
  readonly mentions: readonly MentionOf<'flow'>[];
}

/** `workspace.yaml`, with every mistake in it. */
export function readWorkspace(
  node: SourceNode,
  { name, textFiles }: Pick<WorkspaceFolder, 'name' | 'textFiles'>,
  report: Report,
): WorkspaceReading {
  const { value: written } = readShape(workspaceShape, node, report);
  if (node.kind !== 'map') return { definition: null, vocabulary: unknownVocabulary(), mentions: [] };
  const sectionAt = (key: string) => entryAt(node, key)?.value;
  const accounts = readAccounts(sectionAt('accounts'), report);
  const { languages = ['en'], never_say: neverSay = [] } = written ?? {};
  const setting = { vocabulary: { channels: channelsOf(accounts), neverSay }, languages, report };
  const texts = readTexts(sectionAt('texts'), languages, setting);
  checkLanguages(languages, (index) => placeAt(node, ['languages', index]), texts, report);
  const hours = readHours(sectionAt('hours'), report);
  const hasTimezone = saysWhere(node, hours, report);
  const timezone = written?.timezone ?? 'UTC';
  const said = { neverSay, languages };
  const topics = readSection(topicSection(said), sectionAt('topics'), report);
  const vocabulary: Vocabulary = {
    ...setting.vocabulary,
    languages,
    links: readSection(linkSection(setting), sectionAt('links'), report),
    bookings: readSection(bookingSection(setting), sectionAt('bookings'), report),
    topics,
    templates: readSection(templateSection({ ...said, topics }), sectionAt('templates'), report),
    ...readWaysOut(sectionAt, hasTimezone, report),
    coupons: readSection(couponSection({ timezone, textFiles }), sectionAt('coupons'), report),
    consentChoices: consentChoices(languages, texts),
    hours,
  };
  const definition = written && {
    name,
    brand: written.brand,
    timezone,
    languages,
    hours,
    accounts,
    topics: usableThings(vocabulary.topics),
    ...templatesOf(vocabulary),
    teams: usableThings(vocabulary.teams),
    links: usableThings(vocabulary.links),
    lookups: usableThings(vocabulary.lookups),
    coupons: usableThings(vocabulary.coupons),
    texts,
    ...readManners(written),
    neverSay,
  };
  return { definition, vocabulary, mentions: mentionsIn(node, written?.rating) };
}

/** Hours are those of a place. */
function saysWhere(node: SourceNode, hours: OfficeHours | null, report: Report): boolean {
  const hasTimezone = entryAt(node, 'timezone') !== undefined;
  if (!hasTimezone && hours !== null) reportMissingTimezone(placeAt(node, ['hours']), report);
  return hasTimezone;
}

function mentionsIn(node: SourceNode, rating: string | undefined): readonly MentionOf<'flow'>[] {
  return rating === undefined ? [] : [{ kind: 'flow', name: rating, place: placeAt(node, ['rating']) }];
}

/** When the bot speaks at all, what it says of itself, and whether it asks how people did. */
function readManners({
  unmatched = 'answer',
  disclosure,
  silence_after_person: silenceAfterPerson = DEFAULT_SILENCE,
  rating,
}: Pick<
  z.output<typeof workspaceShape>,
  'unmatched' | 'disclosure' | 'silence_after_person' | 'rating'
>): Pick<WorkspaceDefinition, 'unmatched' | 'disclosure' | 'silenceAfterPerson' | 'rating'> {
  const manners = { unmatched, disclosure: readDisclosure(disclosure), silenceAfterPerson };
  return rating === undefined ? manners : { ...manners, rating };
}

/** Left out where there are none, as in every workspace that was read before there were any. */
function templatesOf({ templates }: Vocabulary): Pick<WorkspaceDefinition, 'templates'> {
  const usable = usableThings(templates);
  return usable.length === 0 ? {} : { templates: usable };
}

/** People and systems to which a chat can lead, those first that others name. */
function readWaysOut(
  sectionAt: (key: string) => SourceNode | undefined,
  hasTimezone: boolean,
  report: Report,
): Pick<Vocabulary, 'teams' | 'lookups' | 'escalations'> {
  const teams = readSection(teamSection({ hasTimezone }), sectionAt('teams'), report);
  const lookups = readSection(lookupSection, sectionAt('lookups'), report);
  const escalations = escalationSection({ teams, lookups });
  return { teams, lookups, escalations: readSection(escalations, sectionAt('escalations'), report) };
}

/** What is assumed of a workspace whose own file cannot be read: that nothing its flows name is missing. */
export function unknownVocabulary(): Vocabulary {
  const unknown = (what: NameableThing) => ({ what, byName: new Map<string, never>(), isComplete: false });
  return {
    links: unknown('link'),
    bookings: unknown('booking'),
    topics: unknown('topic'),
    templates: unknown('template'),
    teams: unknown('team'),
    lookups: unknown('lookup'),
    coupons: unknown('coupon'),
    escalations: unknown('escalation'),
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

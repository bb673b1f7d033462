import { dayAt } from '../answers/date-bound.js';
import type { ConditionFacts } from '../condition.js';
import { hasTopicConsent } from '../consent.js';
import { contactValues } from '../conversation.js';
import { isOpenAt } from '../office-hours.js';
import { isWindowOpen } from '../window.js';
import { minuteOfWeek } from '../wall-clock.js';
import type { Draft } from './draft.js';
import { flowVisitsOf } from './flow-visits.js';

/**
 * What conditions look at, beside the answers of a frame. Few steps look at the calendar or at consent, so that is worked
 * out only when one does.
 */
export function factsOf({
  conversation,
  workspace,
  now,
}: Pick<Draft, 'conversation' | 'workspace' | 'now'>): ConditionFacts {
  return {
    contact: {
      tags: conversation.contact.tags,
      fields: contactValues(conversation.contact),
      firstName: conversation.contact.profile?.firstName ?? null,
      ...(conversation.contact.splits && { splits: conversation.contact.splits }),
    },
    get consentedTopics() {
      return [...workspace.topics.keys()].filter((topic) => hasTopicConsent(conversation.consent, topic));
    },
    channel: conversation.channel,
    windowIsOpen: isWindowOpen(conversation, now),
    get isOfficeHours() {
      return isOpenAt(workspace, now);
    },
    get today() {
      return dayAt(now, workspace.timezone);
    },
    language: conversation.contact.language ?? workspace.languages[0] ?? 'en',
    outcomes: conversation.run?.outcomes ?? [],
    flowVisits: flowVisitsOf(conversation),
    get minuteOfWeek() {
      return minuteOfWeek(workspace.timezone, now);
    },
  };
}

import { holds } from '../../core/condition.js';
import { foldConsent } from '../../core/consent.js';
import { beginConversation } from '../../core/conversation.js';
import { factsOf } from '../../core/decide/facts.js';
import { momentOfWeek } from '../../core/week-time.js';
import type { Workspace } from '../../core/workspace.js';
import type { WeekTime } from '../test-definition.js';
import { startOfChat } from '../transcript/chat-start.js';
import type { ConditionTest } from './foresight.js';

const hour = 60;
const lastMinute = 24 * hour - 1;

/** The days of a week as they are tried: a Sunday afternoon is what most people call closed. */
const days: readonly number[] = [7, 6, 3, 1, 2, 4, 5];
const usualMinutes: readonly number[] = [16 * hour, 21 * hour, 3 * hour, 10 * hour];

const calendar: ReadonlySet<string> = new Set(['office_hours', 'weekday', 'time']);

/** Whether this test may come out in one way now and in another tomorrow. */
export function isOfCalendar({ subject }: ConditionTest): boolean {
  return calendar.has(subject.kind);
}

/** One moment of a week for each way in which these tests come out, but for the way of a chat that begins anywhen. */
export function momentsFor(workspace: Workspace, tests: readonly ConditionTest[]): readonly WeekTime[] {
  const found = new Map<string, WeekTime | null>([
    [outcomeOf(tests, workspace, startOfChat(workspace, null)), null],
  ]);
  const minutes = [...new Set([...usualMinutes, ...tests.flatMap(boundsOf)])];
  for (const moment of days.flatMap((weekday) => minutes.map((minute) => ({ weekday, minute })))) {
    const outcome = outcomeOf(
      tests,
      workspace,
      momentOfWeek(workspace.timezone, moment.weekday, moment.minute),
    );
    if (!found.has(outcome)) found.set(outcome, moment);
  }
  return [...found.values()].filter((moment) => moment !== null);
}

function boundsOf({ test }: ConditionTest): readonly number[] {
  if (test.kind !== 'minute_between') return [];
  return [test.from, test.to].flatMap((minute) => [minute - 1, minute]).filter(isOfDay);
}

function isOfDay(minute: number): boolean {
  return minute >= 0 && minute <= lastMinute;
}

/** How each of the tests comes out at that moment, in a row. */
function outcomeOf(tests: readonly ConditionTest[], workspace: Workspace, now: number): string {
  const facts = { ...factsOf({ conversation: anybody, workspace, now }), answers: {}, visits: {} };
  return tests.map((test) => (holds(test, facts) ? 1 : 0)).join('');
}

const anybody = beginConversation(
  { id: 'anybody', workspace: '', account: '', channel: 'simulator', contactId: 'anybody' },
  foldConsent([]),
);

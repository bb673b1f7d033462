import type { Placeholder, Template } from '../../core/flow.js';
import type { WaitGoal } from '../../core/wait-goal.js';
import { longestClosure } from '../../core/office-hours.js';
import { momentOfDate } from '../../core/wall-clock.js';
import { parseClockTime, parseWeekMoment } from '../clock-time.js';
import type { WaitStep } from '../definition.js';
import { isName, nameRule } from '../names.js';
import type { StepReading } from './step.js';

interface WrittenUntil {
  readonly until: string;
  readonly at?: string | undefined;
  readonly before?: number | undefined;
}

type ReadWait = Pick<WaitStep, 'until' | 'longest'>;

const DEFAULT_MINUTE = 9 * 60;
const day = 86_400_000;
/** Nobody knows how far off a day is. */
const YEAR = 366 * day;

/** The moment that a wait ends with; null, and a report, where the text names none. */
export function readUntil(written: WrittenUntil, step: StepReading): ReadWait | null {
  const { until } = written;
  if (until === 'office_hours')
    return plain({ kind: 'office_hours' }, longestClosure(step.vocabulary.hours), written, step);
  const clock = parseWeekMoment(until);
  if (clock !== null)
    return plain({ kind: 'clock', ...clock }, clock.weekday === null ? day : 7 * day, written, step);
  const date = readDate(until, step);
  if (date === null) return null;
  const minute = readMinute(written, step);
  return { until: { kind: 'date', date, minute, before: written.before ?? 0 }, longest: YEAR };
}

/** Only a day has a time and something before it. */
function plain(
  until: WaitGoal<Template>,
  longest: number,
  written: WrittenUntil,
  step: StepReading,
): ReadWait {
  for (const key of ['at', 'before'] as const) {
    if (written[key] === undefined) continue;
    step.report.error(step.place('wait', key), 'unknown-key', `"${key}" belongs to a day only.`, {
      hint: 'For example: wait: { until: answer.date, at: "09:00", before: 1d }',
    });
  }
  return { until, longest };
}

function readMinute({ at }: WrittenUntil, step: StepReading): number {
  const minute = at === undefined ? DEFAULT_MINUTE : parseClockTime(at);
  if (minute === null) {
    step.report.error(step.place('wait', 'at'), 'bad-time', `"${at ?? ''}" is no time of day.`, {
      hint: 'Write hours and minutes in quotes: "09:00".',
    });
  }
  return minute ?? DEFAULT_MINUTE;
}

function readDate(until: string, step: StepReading): Template | null {
  if (momentOfDate('UTC', until, 0) !== null) return [until];
  const [, source, name = ''] = /^(answer|contact)\.(.*)$/u.exec(until) ?? [];
  const place = step.place('wait', 'until');
  if (source === undefined) {
    step.report.error(place, 'bad-moment', `"${until}" is no moment to wait for.`, {
      allowed: ['tue 10:00', '18:00', 'office_hours', 'answer.<name>', 'contact.<field>', '2026-12-24'],
    });
    return null;
  }
  if (!isName(name)) {
    step.report.error(place, 'bad-name', `"${name}" cannot be a name.`, { hint: nameRule });
    return null;
  }
  return [placeholderOf(source === 'answer' ? 'answer' : 'contact', name, step)];
}

function placeholderOf(source: 'answer' | 'contact', name: string, step: StepReading): Placeholder {
  const place = step.place('wait', 'until');
  if (source === 'contact') step.mention({ kind: 'contact', name, place });
  else step.mention({ kind: 'answer', name, step: step.path, place, allowsUnknown: false, values: [] });
  return { source, name, fallback: '' };
}

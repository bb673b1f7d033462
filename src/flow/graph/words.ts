import type { Condition, Subject, Test } from '../../core/condition.js';
import type { Template, TemplatePart } from '../../core/flow.js';
import type { WaitGoal } from '../../core/wait-goal.js';
import { weekdays } from '../../core/week-time.js';
import { formatDuration } from '../duration.js';

/** A text as its author reads it: `Hi {first_name}!`. */
export function templateWords(template: Template): string {
  return template.map(partWords).join('');
}

function partWords(part: TemplatePart): string {
  if (typeof part === 'string') return part;
  if ('byLanguage' in part) return templateWords(Object.values(part.byLanguage)[0] ?? []);
  return `{${part.name}}`;
}

/** `project has shop or store`. */
export function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case 'all':
      return condition.of.map(conditionWords).join(' and ');
    case 'any':
      return condition.of.map(conditionWords).join(' or ');
    case 'not':
      return `not (${conditionWords(condition.of)})`;
    case 'test':
      return testWords(condition.subject, condition.test);
  }
}

function testWords(subject: Subject, test: Test): string {
  if (subject.kind === 'tag') return `has the tag ${subject.name}`;
  const what = subjectWords(subject);
  switch (test.kind) {
    case 'is':
      return `${what} is ${test.value}`;
    case 'is_known':
      return `${what} is ${test.known ? 'known' : 'not known'}`;
    case 'is_one_of':
      return `${what} is ${test.values.join(' or ')}`;
    case 'has_word':
      return `${what} has ${test.words.join(' or ')}`;
    case 'before':
    case 'after':
      return `${what} is ${test.kind} ${test.date}`;
    case 'is_not':
    case 'includes':
    case 'starts_with':
      return `${what} ${inWords(test.kind)} ${test.values.join(' or ')}`;
    case 'minute_between':
      return `${what} is from ${clockWords(test.from)} to ${clockWords(test.to)}`;
    default:
      return `${what} is ${inWords(test.kind)} ${test.number}`;
  }
}

function subjectWords(subject: Subject): string {
  switch (subject.kind) {
    case 'answer':
    case 'contact':
    case 'tag':
    case 'score':
      return inWords(subject.name);
    case 'outcome':
      return `outcome ${inWords(subject.name)}`;
    case 'visits':
      return subject.step === null ? 'visits' : `visits of ${inWords(subject.step)}`;
    case 'consent':
      return `consent to ${inWords(subject.topic)}`;
    default:
      return inWords(subject.kind);
  }
}

/** `until Tue 10:00`. */
export function waitWords(until: WaitGoal<Template>): string {
  switch (until.kind) {
    case 'for':
      return formatDuration(until.duration);
    case 'clock':
      return `until ${dayWords(until.weekday)}${clockWords(until.minute)}`;
    case 'office_hours':
      return 'until office hours';
    case 'date': {
      const before = until.before === 0 ? '' : `${formatDuration(until.before)} before `;
      return `until ${before}${templateWords(until.date)}, ${clockWords(until.minute)}`;
    }
  }
}

function dayWords(weekday: number | null): string {
  const day = weekday === null ? '' : (weekdays[weekday - 1] ?? '');
  return day === '' ? '' : `${day.charAt(0).toUpperCase()}${day.slice(1)} `;
}

function clockWords(minute: number): string {
  const [hours, minutes] = [Math.floor(minute / 60), minute % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${hours ?? ''}:${minutes ?? ''}`;
}

/** `weekly_tips` as people read it. */
export function inWords(name: string): string {
  return name.replaceAll('_', ' ');
}

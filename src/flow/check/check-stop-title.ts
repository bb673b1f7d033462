import { recogniseCommand } from '../../core/command.js';
import type { Place } from '../issue.js';
import type { Report } from '../report.js';

/** What can be tapped is typed, too: a title that would be heard as STOP. */
export function checkStopTitle(title: string, place: Place, hint: string, report: Report): void {
  const command = recogniseCommand(title);
  if (command?.command !== 'stop' || command.ambiguous) return;
  const message = `Who types "${title}" instead of tapping it ends all messages.`;
  report.warning(place, 'choice-like-stop', message, { hint });
}

import { z } from 'zod';
import { assignmentRules, type Team } from '../../core/resources.js';
import { titleFromName } from '../names.js';
import { duration, mapping, text } from '../shape/values.js';
import { anyTeam } from '../steps/handoff.js';
import { entryAt } from '../yaml/source-node.js';
import { hoursShape, readHours } from './hours.js';
import type { NamedEntry, Section } from './named-things.js';
import { reportMissingTimezone, timezone } from './timezone.js';

const body = mapping({
  title: text.describe('What the team is called.').optional(),
  first_reply: duration.describe('How soon they answer, counted in opening hours.').optional(),
  resolve: duration
    .describe(
      'How soon it is settled, counted in opening hours; while the contact is waited for the clock stands still.',
    )
    .optional(),
  hours: hoursShape.describe('When they are there, where that is not when the workspace is open.').optional(),
  timezone: timezone.describe('Where they are, where that is somewhere else.').optional(),
  assign: z
    .enum(assignmentRules)
    .describe(
      'Who gets a handoff: whoever takes it (`by_hand`, usual), whoever was given one longest ago (`round_robin`), or whoever has the fewest (`least_busy`). Only people who are there and have room are given any.',
    )
    .optional(),
  reassign_after: duration
    .describe(
      'How long whoever has it may leave the contact waiting, in opening hours, before another one gets it.',
    )
    .optional(),
});

type WrittenTeam = z.output<typeof body>;

/** `sales:` alone is a team that promises nothing. */
export const teamShape = body.nullable().transform((written): WrittenTeam => written ?? {});

interface TeamSetting {
  /** Whether the workspace says where it is. */
  readonly hasTimezone: boolean;
}

/** Teams that take handoffs, and what they promise. */
export function teamSection({ hasTimezone }: TeamSetting): Section<WrittenTeam, Team> {
  return {
    what: 'team',
    shape: teamShape,
    read: (entry) => {
      const { name, written, place, report } = entry;
      if (name === anyTeam) {
        report.error(
          place(),
          'reserved-name',
          '"any" means whichever team is free: no team can have that name.',
        );
      }
      if (written.hours !== undefined && written.timezone === undefined && !hasTimezone)
        reportMissingTimezone(place('hours'), report);
      const { title = titleFromName(name), first_reply: firstReply = null, resolve = null } = written;
      return { name, title, firstReply, resolve, ...readWork(entry) };
    },
  };
}

/** Left out where nothing is said, as in every workspace that was read before it could be. */
function readWork({ node, written, report }: NamedEntry<WrittenTeam>): Partial<Team> {
  const hours = readHours(entryAt(node, 'hours')?.value, report);
  const { timezone: zone, assign, reassign_after: reassignAfter } = written;
  return {
    ...(zone === undefined ? {} : { timezone: zone }),
    ...(hours === null ? {} : { hours }),
    ...(assign === undefined ? {} : { assign }),
    ...(reassignAfter === undefined ? {} : { reassignAfter }),
  };
}

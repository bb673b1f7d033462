import type { z } from 'zod';
import type { Team } from '../../core/resources.js';
import { titleFromName } from '../names.js';
import { duration, mapping, text } from '../shape/values.js';
import { anyTeam } from '../steps/handoff.js';
import type { Section } from './named-things.js';

const body = mapping({
  title: text.describe('What the team is called.').optional(),
  first_reply: duration.describe('How soon they answer, counted in opening hours.').optional(),
  resolve: duration.describe('How soon it is settled, counted in opening hours.').optional(),
});

type WrittenTeam = z.output<typeof body>;

/** `sales:` alone is a team that promises nothing. */
export const teamShape = body.nullable().transform((written): WrittenTeam => written ?? {});

/** Teams that take handoffs, and what they promise. */
export const teamSection: Section<WrittenTeam, Team> = {
  what: 'team',
  shape: teamShape,
  read: ({ name, written, place, report }) => {
    if (name === anyTeam) {
      report.error(
        place(),
        'reserved-name',
        '"any" means whichever team is free: no team can have that name.',
      );
    }
    const { title = titleFromName(name), first_reply: firstReply = null, resolve = null } = written;
    return { name, title, firstReply, resolve };
  },
};

import type { z } from 'zod';
import type { Team } from '../../core/resources.js';
import { titleFromName } from '../names.js';
import { duration, mapping, text } from '../shape/values.js';
import { anyTeam } from '../steps/handoff.js';
import type { Section } from './named-things.js';

const shape = mapping({
  title: text.optional(),
  first_reply: duration.optional(),
  resolve: duration.optional(),
}).nullable();

/** Teams that take handoffs; `sales:` alone is a team that promises nothing. */
export const teamSection: Section<z.output<typeof shape>, Team> = {
  what: 'team',
  shape,
  read: ({ name, written, place, report }) => {
    if (name === anyTeam) {
      report.error(
        place(),
        'reserved-name',
        '"any" means whichever team is free: no team can have that name.',
      );
    }
    return {
      name,
      title: written?.title ?? titleFromName(name),
      firstReply: written?.first_reply ?? null,
      resolve: written?.resolve ?? null,
    };
  },
};

import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import type { Scenario } from '../scenario.js';
import { describeFacts, type Result } from './record.js';
import { tableOf } from './table.js';

const page = new URL('../../../docs/faults.md', import.meta.url);

const introduction = `# What was done to it, and what it did

This page is written by \`npm run faults\`, which kills, cuts off, fills up, slows down and misleads real servers while followers
write to them, people of the team answer, and the platform misbehaves a little. Whatever befalls a server, this holds:

- **Lost: none.** What was acknowledged is there, and led to what it leads to; nothing waits for ever.
- **Doubled: none.** However often a webhook comes, its effects happen once; what has arrived is not sent again.
- **Out of order: none.** A contact's messages are decided in the order in which they were written; ours leave in the order in
  which they were decided.
- **After STOP: none.** Once STOP is committed no send begins but the one confirmation, and a person's answer to what the
  contact wrote since. At most one message that was on the wire can arrive.
- **Without basis: none.** Each message says why it may be sent, and that holds.
- **Over a person: none.** Once somebody has taken a chat over, the bot begins no send until it is given back.

Who judges this shares no code with the server (\`test/faults/history\`): it reads what was acknowledged, the platform's own log,
and the database's tables by plain SQL, in which triggers note the order of commits. It is tried on planted faults of each kind.
"Recovery" is the median and the longest time from a fault until the server did again what it is there for.`;

const howTo = `## How to repeat it

\`\`\`sh
npm run faults                                              # everything, a few trials each: some minutes
npm run faults -- --only sigkill,stop-races --engine sqlite # of these, on one engine
npm run faults -- --trials record                           # as many as stand in the table of the record: hours
npm run faults -- --only sigkill --trials 50 --seed 7       # the same course of chance again
\`\`\`

What a machine cannot do (a file system of one's own needs root and loop devices, a failing fsync needs \`strace\`) is skipped, and
said. Rows that a run leaves out keep the result of the last run that had them. The small part that \`npm test\` runs is in
\`test/faults/*.test.ts\`. The numbers of the first column count the classes of faults:

`;

/** Writes docs/faults.md. */
export async function writePage(results: readonly Result[], scenarios: readonly Scenario[]): Promise<void> {
  const runs = results.map(
    ({ scenario, engine, day, seed, trials, facts }) =>
      `| ${[scenario, engine, day, String(trials), String(seed), describeFacts(facts)].join(' | ')} |`,
  );
  const parts = [
    ...[introduction, '## Results', tableOf(results, scenarios)],
    ...[
      '## Runs',
      `| Scenario | Engine | Day | Trials | Seed | Seen |\n|---|---|---|---|---|---|\n${runs.join('\n')}`,
    ],
    howTo + classes.map(([row, title]) => `- ${String(row)}: ${title}`).join('\n'),
  ];
  const options = await resolveConfig(page);
  writeFileSync(page, await format(parts.join('\n\n'), { ...options, parser: 'markdown' }));
}

/** What the scenarios are about, by the numbers that they bear. */
const classes: readonly (readonly [number, string])[] = [
  [1, 'killed in the middle of a request'],
  [2, 'killed after the commit and before the answer'],
  [3, 'killed in the middle of a send'],
  [4, 'power cut'],
  [5, 'fsync fails'],
  [6, 'disk full'],
  [7, 'another process holds the write lock'],
  [8, 'a long read keeps the write-ahead log from shrinking'],
  [9, 'the database cannot be written'],
  [10, 'the database is damaged, or newer than the server'],
  [11, 'the clock jumps'],
  [12, 'webhooks come twice'],
  [13, 'webhooks come out of order'],
  [14, 'webhooks come late'],
  [15, 'flood'],
  [16, 'bodies that are too large, or grow when unpacked'],
  [17, 'bodies that are no JSON, or too deep'],
  [18, 'wrong signatures'],
  [19, 'a valid delivery is replayed'],
  [20, 'clients that send a byte now and then'],
  [21, 'the platform asks for a pause'],
  [22, 'the platform fails'],
  [23, 'the platform takes a message and does not answer'],
  [24, 'the token is no longer valid'],
  [25, 'a broken flow is saved'],
  [26, 'a flow is changed while somebody is in it'],
  [27, 'patterns that take for ever'],
  [28, 'YAML that grows'],
  [44, 'a person takes over while the bot speaks'],
  [45, 'STOP while a message leaves'],
  [46, 'the clock is changed for summer and winter, in any zone'],
  [47, 'the process stands still'],
  [48, 'two servers on one SQLite file'],
  [49, 'PostgreSQL goes away, or cuts its connections'],
  [
    50,
    'a rejection that nobody handles (ESLint forbids promises that nobody awaits: `no-floating-promises`, `no-misused-promises`)',
  ],
  [51, 'rolling restarts'],
];

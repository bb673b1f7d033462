import type { PartName } from '../parts/part.js';

interface Section {
  readonly title: string;
  readonly text: string;
  /** What makes its figures. */
  readonly command: string;
}

export const introduction = `# How fast it is

This page is written by \`npm run bench\`, which loads real servers, built and started as their users would, and those that people
would otherwise take, in turns. A cell gives the median of the rounds, in brackets the least and the most.

<picture>
  <source media="(prefers-color-scheme: dark)" srcset="images/performance-dark.svg">
  <img src="images/performance-light.svg" alt="Acknowledged events a second, and the time from a direct message to its reply, of Heyword and its peers">
</picture>

**The load.** Each event is a webhook, signed as the platform signs it. Of four in a row three come from contacts that nobody has
seen before; one of these has the keyword, and gets a reply with a question, over HTTP, from a platform that is a process of its own. The
fourth is the answer of somebody who was asked a while ago, and is saved. Load generator, platform and servers are processes of one
machine and share its cores, so that what the load costs lowers every figure.

**The work.** Heyword answers 200 when the event is decided and committed to the disk (SQLite: \`synchronous=FULL\`; PostgreSQL:
\`fsync\` and \`synchronous_commit\` on). It also keeps every message and why it was sent, drops what comes twice, keeps each contact's
order, checks consent and reply window before each send, and stays within the platform's rates.

**The bare limit** is the same Express that checks the signature, parses, answers 200 and does nothing.

**The peers** do what their users would write: they keep a session for each contact, with its number of messages and the answer, in
one SQLite table (better-sqlite3, WAL, \`synchronous=FULL\`, prepared statements), and answer 200 when it is saved. grammY and Telegraf check
Telegram's secret; Bottender does not. They do nothing else of what Heyword does. "Heyword does, times" compares with Heyword on SQLite
with the very same deliveries, of Telegram.`;

export const targetsAre = `## Targets

What the project has set itself, and what was measured last.`;

/** In the order of the page. */
export const sections: Readonly<Record<PartName, Section>> = {
  throughput: {
    title: 'Throughput',
    text: `32 connections to each server, each of which delivers as soon as its last delivery is acknowledged. "And sent in 10 s": events of which
the messages, too, had left 10 s after the end of the load. CPU and memory (RSS) are those of the server's own processes, without
PostgreSQL's.`,
    command: 'npm run bench -- --only throughput',
  },
  latency: {
    title: 'Latency at half load',
    text: `Deliveries come at a fixed rate, half of what the same contestant acknowledged in this run, whether the last ones are
answered or not. Each is timed from when it was due, so that a delivery which had to wait for others counts its waiting (no
coordinated omission). "DM to platform" is the time from when the message with the keyword was due until the first byte of its reply
came to the platform. Heyword commits before it sends, so that nothing is said that a crash could undo; the peers send, and save
afterwards.`,
    command: 'npm run bench -- --only throughput,latency',
  },
  batches: {
    title: 'Batches',
    text: `Meta delivers up to 1,000 updates at once when they pile up. 4 connections; the p50 and p99 are those of a whole delivery.`,
    command: 'npm run bench -- --only batches',
  },
  growth: {
    title: 'Growth',
    text: `The same load on SQLite files that have already seen much: ten messages of each contact, in and out, as the server itself
has written them. Each round of the others stands beside a round on an empty database.`,
    command: 'npm run bench -- --only growth',
  },
  'start-up': {
    title: 'Start-up',
    text: `From the start of the process until it says where it serves, on an existing SQLite file, with varied flows.`,
    command: 'npm run bench -- --only start-up',
  },
};

export const howTo = `## How to repeat it

\`\`\`sh
npm run bench:peers:install                       # once, if the peers are to run too
npm run bench                                     # everything: five rounds, about an hour
npm run bench -- --only throughput,latency        # of these parts
npm run bench -- --subjects sqlite --rounds 3     # of those with this in their name; the bare limit always runs
npm run bench -- --seconds 2 --no-page            # a short look, of which nothing is kept
\`\`\`

Parts and subjects that a run leaves out keep what was measured last, with its day. Close what else uses the machine. A
database of 1,000,000 contacts is made once and kept in the system's folder for temporary files (\`TMPDIR\`); where the disk has no room
for it, it is skipped, and said.`;

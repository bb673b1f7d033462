import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** By which channel followers come to Heyword, and through how many accounts. */
export interface Way {
  readonly format: 'meta' | 'telegram';
  readonly accounts: readonly string[];
}

/** As many as the sends of the load need, by what each platform allows an account in a second. */
export const overInstagram: Way = { format: 'meta', accounts: ids(17_841_400_000_000, 12) };
export const overTelegram: Way = { format: 'telegram', accounts: ids(7_000_000, 48) };

function ids(first: number, number: number): readonly string[] {
  return Array.from({ length: number }, (_, at) => String(first + at));
}

/** What a workspace file says of its accounts. */
const declarations: Readonly<Record<Way['format'], (account: string) => string>> = {
  meta: (id) =>
    `  - { channel: instagram, name: studio_${id}, id: "${id}", token: $BENCH_TOKEN, secret: $BENCH_SECRET }`,
  telegram: (id) =>
    `  - { channel: telegram, name: bot_${id}, id: "${id}", token: $BENCH_TOKEN, secret: $BENCH_SECRET }`,
};

/** The flow that the load starts and answers: keyword, reply with a question, saved answer. */
const flow = `flow: ping
title: Answers ping
start:
  - keyword: ping
steps:
  - ask: pong! What are you working on?
    id: project
    save: project
    within: 20h
    otherwise: end
  - outcome: answered
`;

/** Files beside the flow that the load goes through. */
export type MoreFiles = Readonly<Record<string, string>>;

/** Writes a workspace into a new folder of the system's temporary one, and returns that. */
export async function writeWorkspace(way: Way, more: MoreFiles = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'heyword-bench-'));
  const accounts = way.accounts.map((account) => declarations[way.format](account));
  const workspace = `brand: Bench
disclosure: off
timezone: UTC
languages: [en]
unmatched: silent
accounts:
${accounts.join('\n')}
`;
  const files = { 'workspace.yaml': workspace, 'ping.yaml': flow, ...more };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return folder;
}

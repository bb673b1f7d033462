import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../../../src/flow/yaml/source-file.js';
import { makeTemporaryFolder } from '../temporary-folder.js';

/** By which channel followers come to Heyword, and through which accounts. */
export interface Way {
  readonly format: 'meta' | 'telegram';
  /** Their ids, as many as the sends of the load need, by what each platform allows an account in a second. */
  readonly accounts: readonly string[];
}

export const overInstagram: Way = { format: 'meta', accounts: ids(17_841_400_000_000, 12) };
export const overTelegram: Way = { format: 'telegram', accounts: ids(7_000_000, 48) };

function ids(first: number, number: number): readonly string[] {
  return Array.from({ length: number }, (_, at) => String(first + at));
}

/** What the workspace calls an account. */
export function accountName(id: string): string {
  return `account_${id}`;
}

/** What a workspace file says of its accounts. */
const declarationOf: Readonly<Record<Way['format'], (account: string) => string>> = {
  meta: (id) =>
    `  - { channel: instagram, name: ${accountName(id)}, id: "${id}", token: $BENCH_TOKEN, secret: $BENCH_SECRET }`,
  telegram: (id) =>
    `  - { channel: telegram, name: ${accountName(id)}, id: "${id}", token: $BENCH_TOKEN, secret: $BENCH_SECRET }`,
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

/** What a workspace has beside the flow that the load goes through. */
export interface Company {
  /** Lines of the workspace file that its flows need. */
  readonly declarations: string;
  readonly flows: readonly SourceFile[];
}

const alone: Company = { declarations: '', flows: [] };

/** Writes a workspace into a new folder of the system's temporary one, and returns that. */
export async function writeWorkspace(way: Way, { declarations, flows } = alone): Promise<string> {
  const folder = makeTemporaryFolder();
  const accounts = way.accounts.map((account) => declarationOf[way.format](account));
  const workspace = `brand: Bench
disclosure: off
timezone: UTC
languages: [en]
unmatched: silent
accounts:
${accounts.join('\n')}
${declarations}`;
  const files = [{ path: 'workspace.yaml', text: workspace }, { path: 'ping.yaml', text: flow }, ...flows];
  await Promise.all(files.map(({ path, text }) => writeFile(join(folder, path), text)));
  return folder;
}

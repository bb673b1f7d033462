/**
 * Webhook throughput as a ratio to the bare limit, in one run, in interleaved rounds: every event durably decided on
 * SQLite with `synchronous=FULL`, every fourth sends a message. Run by `npm run bench`.
 *
 * Options: --rounds 3 --seconds 5
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { besideThis, start } from './processes.js';

const { values: options } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, seconds: { type: 'string', default: '5' } },
});
const rounds = Number(options.rounds);
const secret = 'bench-app-secret';
const port = 20_000 + (process.pid % 20_000);

interface Figures {
  readonly perSecond: number;
  readonly acknowledged: number;
  readonly refused: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

interface HeywordFigures extends Figures {
  readonly sends: number;
  /** How long after the last acknowledgement the last message was out, s. */
  readonly drained: number;
}

const bare: Figures[] = [];
const heyword: HeywordFigures[] = [];
for (let round = 1; round <= rounds; round += 1) {
  process.stderr.write(`round ${String(round)} of ${String(rounds)}: bare limit … `);
  bare.push(await measureBareLimit(`b${String(round)}`));
  process.stderr.write('Heyword … ');
  heyword.push(await measureHeyword(`h${String(round)}`));
  process.stderr.write('done\n');
}
report();

async function measureBareLimit(run: string): Promise<Figures> {
  const server = await start([besideThis('bare-limit.ts'), secret]);
  const figures = await load(`http://127.0.0.1:${server.firstLine}/webhooks/meta`, run);
  await server.stop();
  return figures;
}

async function measureHeyword(run: string): Promise<HeywordFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'heyword-bench-'));
  await writeWorkspace(folder);
  const platform = await start([besideThis('platform.ts')]);
  const platformUrl = `http://127.0.0.1:${platform.firstLine}`;
  const server = await start([besideThis('../../dist/main.js')], {
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'bench.db')}`,
    FLOWS_DIR: folder,
    INSTAGRAM_GRAPH_URL: platformUrl,
    BENCH_TOKEN: 'bench-token-bench-token',
    BENCH_SECRET: secret,
    LOG_LEVEL: 'info',
  });
  await untilReady();
  const figures = await load(`http://127.0.0.1:${String(port)}/webhooks/meta`, run);
  const ended = performance.now();
  const sends = await untilDrained(platformUrl, Math.floor(figures.acknowledged / 4));
  const drained = (performance.now() - ended) / 1000;
  await server.stop();
  await platform.stop();
  await rm(folder, { recursive: true });
  return { ...figures, sends, drained };
}

async function load(url: string, run: string): Promise<Figures> {
  const generator = await start([besideThis('load.ts'), url, secret, options.seconds, run]);
  return JSON.parse(generator.firstLine) as Figures;
}

async function writeWorkspace(folder: string): Promise<void> {
  const workspace = `brand: Bench
timezone: UTC
languages: [en]
unmatched: silent
accounts:
  - { channel: instagram, name: bench, id: bench_account, token: $BENCH_TOKEN, secret: $BENCH_SECRET }
`;
  const flow = `flow: ping
title: Answers ping
start:
  - keyword: ping
steps:
  - say: pong
  - outcome: answered
`;
  await writeFile(join(folder, 'workspace.yaml'), workspace);
  await writeFile(join(folder, 'ping.yaml'), flow);
}

async function untilReady(): Promise<void> {
  const until = performance.now() + 20_000;
  while (performance.now() < until) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server did not become ready.');
}

/** Waits until as many messages are out as were asked for, or until 60 s have passed. */
async function untilDrained(platformUrl: string, wanted: number): Promise<number> {
  const until = performance.now() + 60_000;
  for (;;) {
    const { messages } = (await (await fetch(`${platformUrl}/count`)).json()) as { messages: number };
    if (messages >= wanted || performance.now() > until) return messages;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function report(): void {
  const ratios = heyword.map((figures, index) => figures.perSecond / (bare[index]?.perSecond ?? Number.NaN));
  const rows = [
    ['', 'events/s', 'p50 ms', 'p99 ms', 'refused', 'messages sent', 'drained after s'],
    ['bare limit', ...common(bare), '', ''],
    [
      'Heyword, SQLite FULL',
      ...common(heyword),
      String(median(heyword.map(({ sends }) => sends))),
      median(heyword.map(({ drained }) => drained)).toFixed(2),
    ],
  ];
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  for (const row of rows) {
    process.stdout.write(`${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}\n`);
  }
  const spread = `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}`;
  process.stdout.write(
    `\nratio to the bare limit: ${median(ratios).toFixed(2)} (median of ${String(rounds)} rounds; ${spread})\n`,
  );
}

function common(figures: readonly Figures[]): string[] {
  return [
    median(figures.map(({ perSecond }) => perSecond)).toFixed(0),
    String(median(figures.map(({ p50 }) => p50))),
    String(median(figures.map(({ p99 }) => p99))),
    String(figures.reduce((sum, { refused, errors }) => sum + refused + errors, 0)),
  ];
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

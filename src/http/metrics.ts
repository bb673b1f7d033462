import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { WebhookName } from '../channels/webhook.js';
import type { Intake } from '../engine/admission.js';
import type { EngineMetrics } from '../engine/metrics.js';
import type { ReceiveReport } from '../engine/engine.js';
import type { Store } from '../store/store.js';
import {
  endedStreams,
  nobodyListens,
  registerListening,
  type Listening,
  type StreamEnding,
} from './live-metrics.js';
import { admissionMetrics, nothingArrives, registerIntake } from './intake-metrics.js';
import { accountNotices, noStandings, registerAccounts, type Standings } from './account-metrics.js';

export type WebhookSourceName = WebhookName | 'simulator';

export type WebhookOutcome =
  | 'accepted'
  | 'bad_signature'
  | 'too_large'
  | 'malformed'
  | 'refused'
  | 'overloaded'
  | 'unavailable'
  | 'failed';

/**
 * What is counted, and how it is shown to Prometheus. Labels hold only words of ours and names in files: their number is
 * bounded.
 */
export interface Metrics extends EngineMetrics {
  webhookAnswered(source: WebhookSourceName, outcome: WebhookOutcome): void;
  /** A delivery was decided and durably committed; `seconds` is what that took. */
  deliveryCommitted(report: ReceiveReport, seconds: number): void;
  linkFollowed(isKnown: boolean): void;
  /** A page of the inbox was not let listen, or was cut off. */
  streamEnded(because: StreamEnding): void;
  expose(): Promise<{ readonly contentType: string; readonly text: string }>;
}

type Figures = () => ReturnType<Store['figures']>;

/**
 * `figures` says what waits in the store, `standings` how it stands with the accounts, `listening` who has the inbox open,
 * `intake` what waits before the store, `logBytes` how large the store's own log is, at the moment of asking.
 */
export function createMetrics(
  figures: Figures,
  standings: Standings = () => Promise.resolve(noStandings),
  listening: () => Listening = () => nobodyListens,
  intake: () => Intake = () => nothingArrives,
  logBytes: () => number | null = () => null,
): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  registerBacklog(registry, figures);
  registerAccounts(registry, standings);
  registerListening(registry, listening);
  registerIntake(registry, intake);
  registerLog(registry, logBytes);

  const webhooks = new Counter({
    name: 'heyword_webhook_requests_total',
    help: 'Webhook requests by where they came from and how they were answered.',
    labelNames: ['source', 'outcome'],
    registers,
  });
  const updates = new Counter({
    name: 'heyword_webhook_updates_total',
    help: 'Single events inside webhook requests, by what became of them.',
    labelNames: ['result'],
    registers,
  });
  const commit = commitSeconds(registers);
  const sends = sendCounter(registers);
  const notices = accountNotices(registers);
  const lookups = lookupSeconds(registers);
  const streams = endedStreams(registers);
  const links = linkCounter(registers);

  return {
    ...admissionMetrics(registers),
    webhookAnswered: (source, outcome) => webhooks.inc({ source, outcome }),
    deliveryCommitted: (report, seconds) => {
      commit.observe(seconds);
      for (const [result, count] of Object.entries<number>({ ...report }))
        if (count > 0) updates.inc({ result }, count);
    },
    sendEnded: (channel, result) => sends.inc({ channel, result }),
    noticeHeard: (account, kind) => notices.inc({ ...account, kind }),
    lookupEnded: (names, result, seconds) => lookups.observe({ ...names, result }, seconds),
    linkFollowed: (isKnown) => links.inc({ known: String(isKnown) }),
    streamEnded: (reason) => streams.inc({ reason }),
    expose: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function commitSeconds(registers: Registry[]) {
  return new Histogram({
    name: 'heyword_commit_seconds',
    help: 'Time to decide a delivery and commit it durably, with its wait for its turn in a flood.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers,
  });
}

function sendCounter(registers: Registry[]) {
  return new Counter({
    name: 'heyword_sends_total',
    help: 'Requests to platforms that send a message, by channel and result.',
    labelNames: ['channel', 'result'],
    registers,
  });
}

function linkCounter(registers: Registry[]) {
  return new Counter({
    name: 'heyword_link_requests_total',
    help: 'Requests for tracked links, by whether the link is known.',
    labelNames: ['known'],
    registers,
  });
}

/** Workspaces and look-ups are as many as the files name. */
function lookupSeconds(registers: Registry[]) {
  return new Histogram({
    name: 'heyword_lookup_seconds',
    help: 'Time until a look-up was answered, by workspace, look-up and result.',
    labelNames: ['workspace', 'lookup', 'result'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 30],
    registers,
  });
}

/** Absent where the store has no log of its own. */
function registerLog(registry: Registry, logBytes: () => number | null): void {
  const log = new Gauge({
    name: 'heyword_database_log_bytes',
    help: 'Size of the write-ahead log beside the SQLite file.',
    labelNames: ['file'],
    registers: [registry],
    collect: () => {
      const bytes = logBytes();
      log.reset();
      if (bytes !== null) log.set({ file: 'wal' }, bytes);
    },
  });
}

/** What waits, counted when it is asked for. While the store cannot tell, the figures are absent, not stale. */
function registerBacklog(registry: Registry, figures: Figures): void {
  const backlog = new Gauge({
    name: 'heyword_backlog',
    help: 'What waits in the store, by kind.',
    labelNames: ['of'],
    registers: [registry],
    collect: async () => {
      backlog.reset();
      const counted = await readOrNothing(figures);
      for (const [of, count] of Object.entries(counted)) backlog.set({ of: snakeCase(of) }, count);
    },
  });
}

async function readOrNothing(figures: Figures): Promise<Readonly<Record<string, number>>> {
  try {
    return { ...(await figures()) };
  } catch {
    return {};
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

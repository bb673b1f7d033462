import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { heyword } from '../../e2e/driver/command.js';
import { accounts } from '../../e2e/driver/workspace-folder.js';
import { coursesOf } from '../history/course.js';
import type { History } from '../history/history.js';
import { mergeJudgements } from '../history/judge.js';
import { firstMomentOf } from '../history/shown-time.js';
import { Chat } from '../load/chat.js';
import { newContactId } from '../load/contact-id.js';
import { deliverUntilTaken } from '../load/reach.js';
import { Recorder } from '../load/recorder.js';
import type { Outcome, Scenario, Setting } from '../scenario.js';
import { Scene } from '../scene.js';
import { compareClocks, processZones } from '../zones/compare.js';
import { settle, within } from './aftermath.js';

/** A time that somebody waits for, of which the clock of their zone makes something else on this day. */
interface Change {
  readonly zone: string;
  readonly date: string;
  readonly time: string;
  /** How much later the clock shows it again, ms; 0: it does not. */
  readonly againAfter: number;
}

const minute = 60_000;
const changes: readonly [Change, ...Change[]] = [
  { zone: 'Europe/Berlin', date: '2026-10-25', time: '02:30', againAfter: 60 * minute },
  { zone: 'Europe/Berlin', date: '2026-03-29', time: '02:30', againAfter: 0 },
  { zone: 'Australia/Lord_Howe', date: '2026-04-05', time: '01:45', againAfter: 30 * minute },
  { zone: 'Australia/Lord_Howe', date: '2026-10-04', time: '02:15', againAfter: 0 },
  { zone: 'Pacific/Kiritimati', date: '2026-03-29', time: '00:05', againAfter: 0 },
];

/** A server is started so long before, and looked at so long after the time has come, ms. */
const lead = 20_000;
const look = 4_000;
/** Of a message that is due, ms. */
const slowest = 60_000;
const preloaded = `--import=${new URL('../fail-points/shift-clock.js', import.meta.url).href}`;

const flow = (time: string): string => `
flow: alarm
title: Alarm
start:
  - keyword: alarm
steps:
  - say: I wait.
  - wait: { until: "${time}" }
  - if:
      reply_window: open
    then:
      - say: It is time.
  - wait: { until: "${time}" }
  - if:
      reply_window: open
    then:
      - say: It is time again.
  - outcome: rung
`;

/** Lets a server live through a change of the clock, and where a time comes twice another one through the second time. */
async function liveThrough(change: Change, processZone: string, setting: Setting): Promise<Outcome> {
  const clockFile = (flows: string): string => join(flows, '..', 'clock');
  const env = (flows: string) => ({ TZ: processZone, NODE_OPTIONS: preloaded, CLOCK_FILE: clockFile(flows) });
  return within(await Scene.set(setting.engine, { env }), async (scene) => {
    const [hours, minutes] = change.time.split(':').map(Number) as [number, number];
    const due = firstMomentOf(change.zone, change.date, hours * 60 + minutes);
    const startAt = async (moment: number): Promise<void> => {
      await writeFile(clockFile(scene.flows.path), String(moment - Date.now()));
      await scene.start();
    };
    await scene.flows.edit('workspace.yaml', (text) => text.replace('Europe/Berlin', change.zone));
    await scene.flows.write('alarm.yaml', flow(change.time));
    await startAt(due - lead);
    const [recorder, id] = [new Recorder(), newContactId()];
    const reach = scene.reach();
    const deliver = deliverUntilTaken(reach);
    const { chance } = setting;
    const chat = new Chat({ account: accounts.instagram, id, reach, deliver, chance, recorder });
    await chat.says('alarm');
    await scene.meta.waitForSends(2, { to: id, within: slowest });
    if (change.againAfter > 0) {
      await scene.terminate();
      await startAt(due + change.againAfter - lead);
      await pause(lead);
    }
    await pause(look);
    const name = `${change.zone} ${change.date} ${change.time}, in ${processZone}`;
    return settle(scene, recorder, (history) => {
      const others = wrongIn(history, due).map((wrong) => `${name}: ${wrong}`);
      return { trials: 1, others };
    });
  });
}

/** By the server's own clock: what it shows is what the flow waits for. */
function wrongIn(history: History, due: number): readonly string[] {
  const lines = coursesOf(history).flatMap((course) => course.lines);
  const texts = lines.map(({ text }) => text);
  const claimedAt = lines.find(({ text }) => text === 'It is time.')?.claimedAt ?? NaN;
  const isInTime = claimedAt >= due && claimedAt < due + lead;
  return [
    ...(texts.join() === 'I wait.,It is time.' ? [] : [`it says ${JSON.stringify(texts)}`]),
    ...(isInTime ? [] : [`it is said at ${String(claimedAt - due)} ms after its time`]),
  ];
}

/** Hours and times of a place that does not exist are none. */
async function checkUnknownZone({ engine }: Setting): Promise<readonly string[]> {
  return within(await Scene.set(engine), async ({ flows }) => {
    await flows.edit('workspace.yaml', (text) => text.replace('Europe/Berlin', 'Europe/Atlantis'));
    const { code, stdout } = await heyword({}, 'check', flows.path);
    const isNamed = /workspace\.yaml\s+\d+:\d+ error unknown-timezone/.test(stdout);
    return code === 1 && isNamed
      ? []
      : [`check ended with ${String(code)} for a zone that does not exist: ${stdout}`];
  });
}

/** So many servers live at the same time. */
const atOnce = 3;

async function run(setting: Setting): Promise<Outcome> {
  const { compared, mismatches } = compareClocks();
  const outcomes: Outcome[] = [];
  let begun = 0;
  const runNext = async (): Promise<void> => {
    while (begun < setting.trials) {
      const place = begun++;
      const change = changes[place % changes.length] ?? changes[0];
      setting.show(`${String(place)} of ${String(setting.trials)}, next ${change.zone} on ${change.date}`);
      outcomes.push(await liveThrough(change, processZones[place % processZones.length] ?? 'UTC', setting));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runNext));
  const unknownZone = await checkUnknownZone(setting);
  return {
    trials: setting.trials,
    judgement: mergeJudgements(outcomes.map(({ judgement }) => judgement)),
    others: [...mismatches, ...outcomes.flatMap(({ others }) => others), ...unknownZone],
    recoveries: [],
    facts: { compared, mismatches: mismatches.length, servers: outcomes.length },
  };
}

export const clockChanges: Scenario = {
  name: 'clock-changes',
  rows: [46],
  title:
    'The clock skips half an hour or an hour, or shows it twice, in the zone of a brand and in others of the server',
  // Where jobs are kept in PostgreSQL, its clock would have to move as well; times are computed in the same way.
  engines: ['sqlite'],
  trials: { few: 3, record: 40 },
  run,
};

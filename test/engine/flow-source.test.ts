import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FlowFolder } from '../../src/engine/flow-files.js';
import { FlowSource } from '../../src/engine/flow-source.js';
import { PinnedFlows } from '../../src/engine/pinned-flows.js';
import { Workspaces } from '../../src/engine/workspaces.js';
import type { SourceFile } from '../../src/flow/yaml/source-file.js';
import type { StoredFlow } from '../../src/store/reads.js';
import { flowFile, studioFiles } from './stage/studio-files.js';

const environment: Readonly<Record<string, string>> = {
  IG_TOKEN: 'ig-token',
  PAGE_TOKEN: 'page-token',
  APP_SECRET: 'app-secret',
  OLD_SECRET: 'old-secret',
};
const broken = { 'broken.yaml': 'flow: broken\nsteps:\n  - sya: hello\n' };
const anotherFlow = { 'news.yaml': flowFile('news', '\n  - say: None.\n  - outcome: told\n') };

/** A folder of flows, an environment, and what was saved and logged on the way. */
class Desk {
  files: readonly SourceFile[] = studioFiles();
  folder: () => Promise<FlowFolder | null> = () => Promise.resolve({ files: this.files, issues: [] });
  env: Readonly<Record<string, string>> = environment;
  readonly saved: StoredFlow[] = [];
  readonly logged: string[] = [];
  readonly pinned = new PinnedFlows();
  readonly source = new FlowSource({
    store: {
      saveFlows: async (flows) => void this.saved.push(...flows),
    },
    pinned: this.pinned,
    digest: (text) => createHash('sha256').update(text).digest('hex').slice(0, 16),
    turn: () => turn(),
    secret: (name) => this.env[name],
    read: () => this.folder(),
    readAtRest: () => this.folder(),
    log: {
      debug: () => undefined,
      info: (facts, message) => this.#log(facts, message),
      warn: (facts, message) => this.#log(facts, message),
      error: (facts, message) => this.#log(facts, message),
    },
  });

  async start(): Promise<Workspaces> {
    return new Workspaces(await this.source.loadAtStart());
  }

  #log(facts: unknown, message: string): void {
    this.logged.push(`${message} ${JSON.stringify(facts)}`);
  }
}

function flowNames(workspaces: Workspaces): readonly string[] {
  return workspaces.all().flatMap(({ flows }) => [...flows.keys()]);
}

const secretsOf = ({ accounts }: Workspaces) => new Set(accounts.flatMap(({ secrets }) => secrets));

describe('at the start', () => {
  it('a good set is served, with the secrets that its accounts name', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    expect(flowNames(workspaces)).toEqual(['greeting', 'link', 'question', 'series']);
    expect(workspaces.accountByPlatformId('messenger', '1002')).toMatchObject({ token: 'page-token' });
    expect(workspaces.accountByName('main', 'studio_ig')).toMatchObject({ id: '1001', token: 'ig-token' });
    expect(secretsOf(workspaces)).toEqual(new Set(['app-secret', 'old-secret']));
  });

  it('every version is on disk before a run can begin on it', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    const served = workspaces.all().flatMap(({ flows }) => [...flows.values()]);
    const saved = desk.saved.map(({ workspace, name, version }) => ({ workspace, name, version }));
    for (const { name, version } of served) {
      expect(saved).toContainEqual({ workspace: 'main', name, version });
      expect(desk.pinned.find('main', name, version)).toBeDefined();
    }
  });

  it('a set whose tests have mistakes is served: they are nobody’s but the author’s', async () => {
    const desk = new Desk();
    desk.files = studioFiles({ 'greeting.test.yaml': 'flow: greeting\ntests:\n  - nmae: greets\n' });
    expect(flowNames(await desk.start())).toContain('greeting');
  });

  it('a broken set is refused, each mistake at its place', async () => {
    const desk = new Desk();
    desk.files = studioFiles(broken);
    await expect(desk.start()).rejects.toMatchObject({
      code: 'flows_rejected',
      message: expect.stringMatching(/broken\.yaml:3:\d+.*sya/s),
    });
    expect(desk.saved).toEqual([]);
  });

  it('a missing secret is named, and no secret is told', async () => {
    const desk = new Desk();
    desk.env = { APP_SECRET: 'app-secret', PAGE_TOKEN: '' };
    const refusal: unknown = await desk.start().catch((error: unknown) => error);
    expect(String(refusal)).toContain('The environment has no IG_TOKEN');
    expect(String(refusal)).toContain('The environment has no PAGE_TOKEN');
    expect(String(refusal)).toContain('The environment has no OLD_SECRET');
    expect(String(refusal)).not.toContain('app-secret');
  });

  it('a look-up without its secret stops nothing, and is named', async () => {
    const desk = new Desk();
    const [workspace] = studioFiles();
    const lookups = `lookups:
  order_status:
    url: https://example.com/orders
    headers: { authorization: Bearer $SHOP_TOKEN, x-client: $SHOP_CLIENT }
    result: { status: status }
`;
    desk.files = studioFiles({ 'workspace.yaml': `${workspace?.text ?? ''}${lookups}` });
    desk.env = { ...environment, SHOP_CLIENT: 'studio' };
    const named = [{ workspace: 'main', lookup: 'order_status', missing: ['SHOP_TOKEN'] }];
    const workspaces = await desk.start();
    expect(workspaces.unaskableLookups).toEqual(named);
    expect(desk.logged).toEqual([
      `a look-up counts as failed until the environment has the secrets that it sends ${JSON.stringify(named[0])}`,
    ]);

    desk.env = { ...desk.env, SHOP_TOKEN: 'shop-token' };
    await desk.source.reload(workspaces);
    expect(workspaces.unaskableLookups).toEqual([]);
  });

  it('a file that cannot be read is a mistake like any other', async () => {
    const desk = new Desk();
    const issue = { file: 'x.yaml', line: 1, column: 1, code: 'unreadable-file', severity: 'error' } as const;
    const issues = [{ ...issue, message: 'This file cannot be read.', allowed: [], hint: null }];
    desk.folder = () => Promise.resolve({ files: desk.files, issues });
    await expect(desk.start()).rejects.toThrow(/x\.yaml:1:1/);
  });

  it('a folder that is not there is said to be missing', async () => {
    const desk = new Desk();
    desk.folder = () => Promise.resolve(null);
    await expect(desk.start()).rejects.toThrow('There is no folder of flows');
  });

  it('without an account the simulator is on', async () => {
    const desk = new Desk();
    desk.files = studioFiles({
      'workspace.yaml':
        'brand: Studio Nord\ndisclosure: off\ntopics: {}\nlinks:\n  guide: { to: "https://example.com", label: Go }\n',
    });
    const workspaces = await desk.start();
    expect(workspaces.accountByPlatformId('simulator', 'simulator')).toMatchObject({ workspace: 'main' });
    expect(secretsOf(workspaces)).toEqual(new Set());
  });
});

describe('a reload', () => {
  it('of many flows lets others have their turn after each that is read, checked and compiled', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    const names = Array.from({ length: 100 }, (_, place) => `more_${place}`);
    const steps = '\n  - say: None.\n  - outcome: told\n';
    desk.files = studioFiles(
      Object.fromEntries(names.map((name) => [`${name}.yaml`, flowFile(name, steps)])),
    );
    const others = { turns: 0, areDone: false };
    const waiting = (async () => {
      for (; !others.areDone; others.turns += 1) await turn();
    })();
    await desk.source.reload(workspaces);
    others.areDone = true;
    await waiting;
    expect(flowNames(workspaces)).toEqual(expect.arrayContaining(names));
    expect(others.turns).toBeGreaterThan(3 * names.length);
  });

  it('serves the files as they are now', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    desk.files = studioFiles(anotherFlow);
    await desk.source.reload(workspaces);
    expect(flowNames(workspaces)).toContain('news');
    expect(workspaces.rejectedReload).toBeNull();
  });

  it('keeps the version of a flow that did not change, and gives a new one to a flow that did', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    const versionsOf = () =>
      new Map([...workspaces.get('main').flows].map(([name, { version }]) => [name, version]));
    const before = versionsOf();
    desk.files = studioFiles({ 'link.yaml': flowFile('link', '\n  - say: Later.\n  - outcome: given\n') });
    await desk.source.reload(workspaces);
    const after = versionsOf();
    expect(after.get('series')).toBe(before.get('series'));
    expect(after.get('link')).not.toBe(before.get('link'));
    expect(workspaces.get('main').pinnedFlow('link', before.get('link') ?? '')?.version).toBe(
      before.get('link'),
    );
  });

  it('of a broken set leaves the running one alone, and says why until it is mended', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    const running = workspaces.get('main');
    desk.files = studioFiles({ ...broken, ...anotherFlow });
    await desk.source.reload(workspaces);
    expect(workspaces.get('main')).toBe(running);
    expect(workspaces.rejectedReload).toMatch(/broken\.yaml:3/);
    expect(desk.logged.at(-1)).toMatch(/mistakes.*broken\.yaml:3/s);

    desk.files = studioFiles(anotherFlow);
    await desk.source.reload(workspaces);
    expect(flowNames(workspaces)).toContain('news');
    expect(workspaces.rejectedReload).toBeNull();
  });

  it('that names a secret nobody has leaves the running set and its secrets alone', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    const [workspace] = studioFiles();
    const text = (workspace?.text ?? '').replace('$IG_TOKEN', '$NEW_TOKEN');
    desk.files = studioFiles({ 'workspace.yaml': text });
    await desk.source.reload(workspaces);
    expect(workspaces.rejectedReload).toBe('The environment has no NEW_TOKEN, which workspace.yaml names.');
    expect(workspaces.accountByName('main', 'studio_ig')?.token).toBe('ig-token');
    expect(secretsOf(workspaces)).toContain('app-secret');
  });

  it('of a folder that has gone, or cannot be read, leaves the running set alone', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    for (const folder of [() => Promise.resolve(null), () => Promise.reject(new Error('EIO'))]) {
      desk.folder = folder;
      await desk.source.reload(workspaces);
      expect(workspaces.rejectedReload).toBe('The flow folder could not be read.');
      expect(flowNames(workspaces)).toContain('series');
    }
  });

  it('swaps signing secrets together with the accounts', async () => {
    const desk = new Desk();
    const workspaces = await desk.start();
    const [workspace] = studioFiles();
    const text = (workspace?.text ?? '').replace('[$APP_SECRET, $OLD_SECRET]', '$APP_SECRET');
    desk.files = studioFiles({ 'workspace.yaml': text });
    await desk.source.reload(workspaces);
    expect(secretsOf(workspaces)).toEqual(new Set(['app-secret']));
  });
});

describe('a version that the store kept', () => {
  it('is known again in the next process', async () => {
    const desk = new Desk();
    await desk.start();
    const next = new PinnedFlows();
    next.revive(desk.saved);
    for (const { name, version, leadsTo } of desk.saved) {
      const revived = next.find('main', name, version);
      expect(revived).toMatchObject({ name, version, leadsTo });
      expect([...(revived?.steps.keys() ?? [])]).toEqual([
        ...(desk.pinned.find('main', name, version)?.steps.keys() ?? []),
      ]);
    }
  });
});

import { describe, expect, onTestFinished } from 'vitest';
import { Colleague } from '../driver/colleague.js';
import { ServerProcess } from '../driver/server-process.js';
import { it } from '../driver/stage.js';

describe('a server on any free port, whose address nobody has told', () => {
  it('names the port that it has in every link', async ({ setStage }) => {
    const stage = await setStage();
    const { PUBLIC_URL: _, ...env } = stage.env;
    const server = await ServerProcess.start(env);
    onTestFinished(() => void server.terminate());
    const owners = await server.output.waitFor(/open (\S+) to become the owner/);
    expect(owners).toContain(`open ${server.address}/welcome/`);
    const olga = await Colleague.owner(stage, server);
    const link = await olga.invite(server, 'mira@studio.example');
    expect(link.startsWith(`${server.address}/welcome/`)).toBe(true);
    await Colleague.guest(stage, server, link, 'Mira');
    const { items } = await olga.get<{ items: readonly { id: string; name: string }[] }>(server, '/people');
    const mira = items.find(({ name }) => name === 'Mira')?.id ?? '';
    const reset = await olga.post<{ link: string }>(server, `/people/${mira}/reset`, {});
    expect(reset.link.startsWith(`${server.address}/welcome/`)).toBe(true);
  });
});

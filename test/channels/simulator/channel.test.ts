import { describe, expect, it } from 'vitest';
import { createSimulatorChannel } from '../../../src/channels/simulator/channel.js';

const channel = createSimulatorChannel();
const recipient = { accountId: 'simulator', token: '', contactId: 'Ada' };
const patience = new AbortController().signal;

describe('the simulator', () => {
  it('has sent a message as soon as it is asked to, under an id of its own for each', async () => {
    const send = (reference: string) =>
      channel.send(
        {
          reference,
          body: { text: 'Hello' },
          basis: { kind: 'reply_window' },
          linkBase: 'https://dm.example/l/',
        },
        recipient,
        patience,
      );
    expect(await send('msg_1')).toEqual({ kind: 'sent', platformMessageId: 'simulator.msg_1' });
    expect(await send('msg_2')).toEqual({ kind: 'sent', platformMessageId: 'simulator.msg_2' });
  });

  it('knows its contacts by name', async () => {
    expect(await channel.fetchProfile(recipient, patience)).toEqual({ firstName: 'Ada', name: 'Ada' });
  });
});

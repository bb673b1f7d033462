import { besideThis, start } from '../processes.js';
import { appSecret, type Contestant } from './contestant.js';

/** The same Express that checks the signature, parses, answers 200 and does nothing. */
export const bareLimit: Contestant = {
  name: 'bare limit',
  missing: () => null,
  async start() {
    const server = await start([besideThis('servers/bare-limit.ts'), appSecret]);
    return {
      targets: [{ origin: `http://127.0.0.1:${server.readyLine}`, format: 'meta', accounts: ['bench'] }],
      pids: [server.pid],
      platformUrl: null,
      startUp: server.startUp,
      stop: () => server.stop(),
    };
  },
};

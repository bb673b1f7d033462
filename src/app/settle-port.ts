import { createServer, type AddressInfo } from 'node:net';
import { localUrl, type Config } from '../config.js';

/**
 * Where any free port is asked for, finds out which it is before anything makes a link with it. Between this look and the
 * server's own start somebody else may take the port: then the start fails, as with any port that is taken.
 */
export async function settlePort(config: Config): Promise<Config> {
  const { host, publicUrl } = config;
  if (config.port !== 0) return config;
  const port = await findFreePort(host);
  const isLocal = publicUrl === localUrl(host, 0);
  return { ...config, port, publicUrl: isLocal ? localUrl(host, port) : publicUrl };
}

async function findFreePort(host: string): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return port;
}

/** What the bench tells each peer, and what each peer says. */
export const { BENCH_DATABASE: databaseFile, BENCH_TOKEN: token, BENCH_SECRET: secret } = process.env;
export const { BENCH_PLATFORM: platformUrl, BENCH_PATH: path } = process.env;

export const keyword = 'ping';
export const question = 'pong! What are you working on?';

/** What `getMe` would answer. */
export const me = { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' };

/** Listens on a free port of this machine and prints it; ends when asked. */
export function serve(server) {
  server.listen(0, '127.0.0.1', () => {
    console.log(server.address().port);
  });
  server.keepAliveTimeout = 60_000;
  process.on('SIGTERM', () => process.exit(0));
}

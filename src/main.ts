import { startApp, type RunningApp } from './app.js';
import { readConfig } from './config.js';
import { endOnUnhandled } from './last-resort.js';
import { createLogger, type Logger } from './logger.js';

/** Serve until signalled. */
async function main(): Promise<void> {
  const reading = readConfig(process.env);
  if (!reading.ok) {
    fail('The environment has problems:', reading.problems);
    return;
  }
  const log = createLogger(reading.config.logLevel);
  let running: RunningApp | null = null;
  endOnUnhandled(process, log, () => running?.stop() ?? null);
  try {
    const onStoreBroken = (why: Error): void => endBroken(why, log);
    running = await startApp({ ...reading, env: process.env, log, onStoreBroken });
    stopWhenAsked(running, log);
    announce(running, reading.secrets.apiToken === null);
  } catch (error) {
    fail('Heyword could not start:', [error instanceof Error ? error.message : String(error)]);
  }
}

function announce({ address, simulatorAddress, ownerLink }: RunningApp, isClosedToPrograms: boolean): void {
  console.log(`Heyword serves at ${address}`);
  if (simulatorAddress !== null)
    console.log(`No account is configured: try your flows at ${simulatorAddress}`);
  if (ownerLink !== null) console.log(`Nobody can sign in yet: open ${ownerLink} to become the owner.`);
  if (isClosedToPrograms) console.log('API_TOKEN is not set: no program may use the API; people sign in.');
}

/** SIGTERM and SIGINT drain and exit 0; a second one does not wait. */
function stopWhenAsked(app: RunningApp, log: Logger): void {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    log.info({ signal }, 'stopping');
    app.stop().then(
      () => process.exit(0),
      (err: unknown) => {
        log.fatal({ err }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** How long those who wait for an answer may still be told that nothing can be saved, ms. */
const lastAnswers = 500;

/**
 * Ends as a crash would, so that whatever starts servers starts another, which recovers from what is on the disk. In good
 * order it would write once more to a file of which nobody knows what it has kept.
 */
function endBroken(err: Error, log: Logger): void {
  log.fatal({ err }, 'the database can be used again only by a new process: start one');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), lastAnswers);
}

function fail(headline: string, problems: readonly string[]): void {
  console.error([headline, ...problems.map((problem) => `  ${problem.replaceAll('\n', '\n  ')}`)].join('\n'));
  process.exitCode = 1;
}

await main();

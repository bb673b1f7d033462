import { once } from 'node:events';
import { chatCommand } from './chat.js';
import { checkCommand } from './check.js';
import type { Terminal } from './command.js';
import { accountCheckCommand } from './data/account/check.js';
import { accountSubscribeCommand } from './data/account/subscribe.js';
import { consentExportCommand } from './data/consent-export.js';
import { consentVerifyCommand } from './data/consent-verify.js';
import { contactDeletionsCommand } from './data/contact-deletions.js';
import { contactEraseCommand } from './data/contact-erase.js';
import { contactExportCommand } from './data/contact-export.js';
import { createStoreBackupCommand } from './data/store/backup.js';
import { peopleInviteCommand, peopleListCommand, peopleResetCommand } from './data/people.js';
import { planCommand } from './data/plan.js';
import { storeCheckCommand } from './data/store/check.js';
import { createStoreCopyCommand } from './data/store/copy.js';
import { storeErasuresCommand } from './data/store/erasures.js';
import { createStoreRestoreCommand } from './data/store/restore.js';
import { readStepCounts } from './data/step-counts.js';
import { explainCommand } from './explain.js';
import { exploreCommand } from './explore.js';
import { createGraphCommand } from './graph.js';
import { helpCommand } from './help.js';
import { initCommand } from './init.js';
import { newFlowCommand } from './new-flow.js';
import { asksForHelp, runCommand } from './run-command.js';
import { schemaCommand } from './schema.js';
import { testCommand } from './test.js';
import { whyCommand } from './why.js';

const commands = [
  initCommand,
  newFlowCommand,
  checkCommand,
  explainCommand,
  schemaCommand,
  testCommand,
  exploreCommand,
  chatCommand,
  whyCommand,
  createGraphCommand(readStepCounts),
  planCommand,
  accountCheckCommand,
  accountSubscribeCommand,
  consentVerifyCommand,
  consentExportCommand,
  contactExportCommand,
  contactEraseCommand,
  contactDeletionsCommand,
  peopleListCommand,
  peopleInviteCommand,
  peopleResetCommand,
  storeCheckCommand,
  createStoreBackupCommand(process.stderr),
  createStoreRestoreCommand(process.stderr),
  storeErasuresCommand,
  createStoreCopyCommand(process.stderr),
];

const terminal: Terminal = {
  print: (text) => process.stdout.write(`${text}\n`),
  complain: (text) => process.stderr.write(`${text}\n`),
  prompt: (text) => process.stdin.isTTY && process.stdout.write(text),
  input: process.stdin,
  environment: process.env,
  interrupted: () => once(process, 'SIGINT').then(() => undefined),
};

const all = [...commands, helpCommand(commands)];
const [first = 'help', ...rest] = process.argv.slice(2);
process.exitCode = await runCommand(all, asksForHelp([first]) ? ['help'] : [first, ...rest], terminal);

// Preloaded into a server under test (NODE_OPTIONS=--import), never built into one: lets it die at one exact point.
// FAIL_POINT says where, FAIL_AFTER how many times it is passed before.

import { ServerResponse } from 'node:http';
import Sqlite from 'better-sqlite3';
import pg from 'pg';

const point = process.env['FAIL_POINT'];
let left = Number(process.env['FAIL_AFTER'] ?? 0);

function pass(name) {
  if (name !== point) return;
  left -= 1;
  if (left < 0) process.kill(process.pid, 'SIGKILL');
}

const isWebhook = (response) => response.req?.url?.startsWith('/webhooks/') && response.statusCode === 200;

// After the commit and before the 2xx.
const { end } = ServerResponse.prototype;
ServerResponse.prototype.end = function (...args) {
  if (isWebhook(this)) pass('before_answer');
  return end.apply(this, args);
};

// Before the commit, with everything written: SQLite.
const { transaction } = Sqlite.prototype;
Sqlite.prototype.transaction = function (work) {
  return transaction.call(this, (...args) => {
    const result = work(...args);
    pass('before_commit');
    return result;
  });
};

// The same on PostgreSQL, and the moment when the commit was sent and nobody knows yet what became of it.
const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (...args) {
  const [asked] = args;
  const text = typeof asked === 'string' ? asked : asked?.text;
  const isCommit = typeof text === 'string' && /^\s*commit\b/i.test(text);
  if (isCommit) pass('before_commit');
  const answer = query.apply(this, args);
  if (isCommit) pass('after_commit_was_sent');
  return answer;
};

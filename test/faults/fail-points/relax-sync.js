// Preloaded into a server under test (NODE_OPTIONS=--import), never built into one: lets SQLite acknowledge what is not on
// the disk yet (`synchronous=NORMAL`), though the server believes that it is (FULL).

import Sqlite from 'better-sqlite3';

const { pragma } = Sqlite.prototype;
Sqlite.prototype.pragma = function (asked, ...options) {
  const isAboutIt = /^\s*synchronous\b/i.test(asked);
  if (!isAboutIt) return pragma.call(this, asked, ...options);
  pragma.call(this, 'synchronous = 1');
  return options[0]?.simple === true ? 2 : [{ synchronous: 2 }];
};

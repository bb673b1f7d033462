// Preloaded into a server under test (NODE_OPTIONS=--import), never built into one: moves its wall clock, not its monotonic
// one, by as many milliseconds as the file CLOCK_FILE says: at the start, if it is there, and whenever SIGUSR2 comes.

import { existsSync, readFileSync } from 'node:fs';

const file = process.env['CLOCK_FILE'] ?? '';
const RealDate = Date;
let shift = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;

class ShiftedDate extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + shift);
    else super(...args);
  }

  static now() {
    return RealDate.now() + shift;
  }
}

globalThis.Date = ShiftedDate;
process.on('SIGUSR2', () => {
  shift = Number(readFileSync(file, 'utf8'));
});

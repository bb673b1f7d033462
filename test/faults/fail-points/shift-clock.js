// Preloaded into a server under test (NODE_OPTIONS=--import), never built into one: moves its wall clock, not its monotonic
// one, by as many milliseconds as the file CLOCK_FILE says, whenever SIGUSR2 comes.

import { readFileSync } from 'node:fs';

const RealDate = Date;
let shift = 0;

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
  shift = Number(readFileSync(process.env['CLOCK_FILE'] ?? '', 'utf8'));
});

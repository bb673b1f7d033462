import { hash, verify } from '@node-rs/argon2';

/** How hard a password is to guess from its hash, as argon2 counts it. */
export interface PasswordCost {
  /** KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id */
const usualPasswordCost: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Each takes its memory and a thread that files are read by as well. */
const mostAtOnce = 2;
/** Who waits for longer than that is told to come again. */
const mostWaiting = 100;

/** Hashes and compares passwords by argon2id, beside the event loop and a few at a time. */
export class Passwords {
  readonly #cost: PasswordCost;
  readonly #waiting: (() => void)[] = [];
  #running = 0;
  #decoy: Promise<string> | null = null;

  constructor(cost: PasswordCost = usualPasswordCost) {
    this.#cost = cost;
  }

  /** So many wait that nobody more should. */
  get isBusy(): boolean {
    return this.#waiting.length >= mostWaiting;
  }

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(normalise(password), this.#cost));
  }

  /** Whether it is the password of this hash. Null: nobody's, which takes as long to find out, and is never so. */
  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    this.#decoy ??= this.hash('nobody’s password');
    const compared = passwordHash ?? (await this.#decoy);
    const isRight = await this.#inTurn(() => verify(compared, normalise(password)));
    return isRight && passwordHash !== null;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= mostAtOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}

/** The same letters typed on another keyboard are the same password (NIST SP 800-63B §3.1.1.2). */
function normalise(password: string): string {
  return password.normalize('NFKC');
}

/** How long a complaint that is repeated is not told again, ms. */
const silence = 10_000;

/** Hands on errors, but not one that says what the last one said a moment ago: what fails at each poll, for one. */
export function tellingOnce(tell: (error: Error) => void, now: () => number): (error: Error) => void {
  let last = { message: '', at: 0 };
  return (error) => {
    if (error.message === last.message && now() - last.at < silence) return;
    last = { message: error.message, at: now() };
    tell(error);
  };
}

import { clockTime } from '../../state/clock-time.js';

export function BubbleTime({ at }: { readonly at: number }) {
  return <time dateTime={new Date(at).toISOString()}>{clockTime(at)}</time>;
}

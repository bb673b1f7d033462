import type { OtherStart, StartExplanation } from '../../flow/why/explain-start.js';

/** Of a start with many words these are shown. */
const mostNames = 3;

/** Who wins, then what would have started too, then what does not fit; a line each. */
export function showExplanation({ winner, instead, others }: StartExplanation): string {
  const verdict =
    winner === null
      ? `Nothing starts. ${instead ?? ''}`.trimEnd()
      : `${winner.flow} starts, by ${winner.start}.`;
  return [
    verdict,
    ...section(
      winner === null ? 'These would fit:' : 'These fit too:',
      others.filter(({ fits }) => fits),
    ),
    ...section(
      'These do not fit:',
      others.filter(({ fits }) => !fits),
    ),
  ].join('\n');
}

function section(heading: string, others: readonly OtherStart[]): readonly string[] {
  return others.length === 0 ? [] : ['', heading, ...others.map(showOther)];
}

function showOther({ flow, starts, why }: OtherStart): string {
  const more = starts.length > mostNames ? ` and ${starts.length - mostNames} more` : '';
  return `  ${flow}, ${starts.slice(0, mostNames).join(', ')}${more}: ${why}`;
}

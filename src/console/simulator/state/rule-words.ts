/** A Map, because a rule could bear the name of something that every object has. */
const words: ReadonlyMap<string, string> = new Map([
  ['stop', 'STOP confirmation'],
  ['opt_out', 'STOP confirmation'],
  ['start', 'START confirmation'],
  ['help', 'answer to HELP'],
  ['handoff', 'handoff notice'],
  ['not_understood', 'no flow answers to this'],
]);

/** What a rule of Heyword's own is called in a chat; a rule that this page does not know goes by its own name. */
export function ruleWords(rule: string): string {
  return words.get(rule) ?? rule.replaceAll('_', ' ');
}

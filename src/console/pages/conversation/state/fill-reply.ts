/** What the variables of a saved reply are filled with; `answers` by the name under which a flow saved them. */
export interface ReplyValues {
  readonly contact: { readonly first_name: string | null; readonly name: string | null };
  readonly agent: { readonly name: string };
  readonly workspace: { readonly brand: string };
  readonly answers: ReadonlyMap<string, string>;
}

const variable = /\{\{\s*([a-z]+)\.([\p{L}\p{N}_-]+)(?:\s+or\s+(?:"([^"]*)"|“([^”]*)”))?\s*\}\}/gu;

/**
 * Fills the variables of a saved reply in one pass: what is filled in is never looked at again. What is not known and
 * has no `or "…"` is left as it stands, for the agent to see.
 */
export function fillReply(text: string, values: ReplyValues): string {
  return text.replace(variable, (written, source: string, name: string, plain?: string, curly?: string) => {
    const value = valueOf(source, name, values);
    return value === undefined || value.trim() === '' ? (plain ?? curly ?? written) : value;
  });
}

/** Variables that were left as they stand; an answer that has one is not sent by mistake. */
export function openVariables(text: string): readonly string[] {
  return [...text.matchAll(variable)].map(([written]) => written);
}

function valueOf(source: string, name: string, values: ReplyValues): string | undefined {
  const { contact, agent, workspace, answers } = values;
  switch (`${source}.${name}`) {
    case 'contact.first_name':
      return contact.first_name ?? contact.name?.split(/\s/u)[0];
    case 'contact.name':
      return contact.name ?? undefined;
    case 'agent.name':
      return agent.name;
    case 'workspace.brand':
      return workspace.brand;
    default:
      return source === 'answer' ? answers.get(name) : undefined;
  }
}

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface NotePart {
  readonly text: string;
  readonly isMention: boolean;
}

/** Takes a note apart at the names that stand behind an `@`; the longer of two names that begin alike is meant. */
export function partsOfNote(text: string, people: readonly { readonly name: string }[]): readonly NotePart[] {
  const names = people
    .map(({ name }) => name)
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length);
  const parts: NotePart[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = names.find((one) => text.startsWith(one, at + 1));
    if (name === undefined || at < from) continue;
    if (at > from) parts.push({ text: text.slice(from, at), isMention: false });
    parts.push({ text: `@${name}`, isMention: true });
    from = at + 1 + name.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMention: false });
  return parts;
}

/** Who is mentioned in a note, each once. */
export function mentionedIn(text: string, people: readonly Named[]): readonly string[] {
  const said = new Set(partsOfNote(text, people).flatMap((part) => (part.isMention ? [part.text] : [])));
  return people.filter(({ name }) => said.has(`@${name}`)).map(({ id }) => id);
}

/** Whose name or a part of it begins so, as many as fit into a short list. */
export function peopleCalled<T extends Named>(query: string, people: readonly T[]): readonly T[] {
  const wanted = query.toLocaleLowerCase().trim();
  const isMeant = ({ name }: T): boolean => {
    const known = name.toLocaleLowerCase();
    return known.startsWith(wanted) || known.split(/\s+/u).some((part) => part.startsWith(wanted));
  };
  return people.filter(isMeant).slice(0, 8);
}

import MagicString from 'magic-string';
import { parseSync, type Plugin } from 'vite';

/**
 * Has V8 know the objects again that a literal makes which begins with a spread, as `{ ...thread, state }` does. In Node 20
 * each of them gets a hidden class of its own: making one takes up to a hundred times as long as with its fields written out,
 * and whatever is read of it is then looked up in the slow way. A literal that first names the prototype which it would have
 * had anyway is spared that. It took a sixth of the time of an event; decision 26 tells more.
 */
export function shapeLiterals(): Plugin {
  return {
    name: 'shape-literals',
    renderChunk(code) {
      const shaped = shapeLiteralsIn(code);
      return { code: shaped.toString(), map: shaped.generateMap() };
    },
  };
}

export function shapeLiteralsIn(code: string): MagicString {
  const shaped = new MagicString(code);
  for (const literal of literalsIn(parseSync('chunk.js', code).program)) {
    const [first] = literal.properties;
    if (first !== undefined && isToBeShaped(literal))
      shaped.appendLeft(first.start, '__proto__: Object.prototype, ');
  }
  return shaped;
}

interface Property {
  readonly type: string;
  readonly start: number;
  readonly computed?: boolean;
  readonly key?: { readonly name?: string; readonly value?: unknown };
}

interface Literal {
  readonly properties: readonly Property[];
}

/** One that is a mere copy has a shape already; a second prototype would be a syntax error. */
function isToBeShaped({ properties }: Literal): boolean {
  return properties.length > 1 && properties[0]?.type === 'SpreadElement' && !properties.some(namesPrototype);
}

function namesPrototype({ computed, key }: Property): boolean {
  return computed === false && (key?.name ?? key?.value) === '__proto__';
}

function literalsIn(program: object): readonly Literal[] {
  const literals: Literal[] = [];
  const nodes: unknown[] = [program];
  while (nodes.length > 0) {
    const node = nodes.pop();
    if (typeof node !== 'object' || node === null) continue;
    if ('type' in node && node.type === 'ObjectExpression') literals.push(node as unknown as Literal);
    for (const part of Object.values(node)) nodes.push(part);
  }
  return literals;
}

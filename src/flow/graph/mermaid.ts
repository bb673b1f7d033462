import type { FlowPicture, NodeKind, PictureEdge, PictureNode } from './picture.js';

/** How each kind of node is bracketed. */
const brackets: Readonly<Record<NodeKind, readonly [string, string]>> = {
  start: ['([', '])'],
  say: ['(', ')'],
  question: ['[/', '/]'],
  choice: ['{{', '}}'],
  wait: ['[[', ']]'],
  change: ['[', ']'],
  outcome: ['([', '])'],
  handoff: ['[\\', '/]'],
  flow: ['[[', ']]'],
  end: ['((', '))'],
};

/** Readable on a light page and on a dark one: each brings its own ground. */
const colours: Readonly<Record<NodeKind, string>> = {
  start: 'fill:#1f2937,stroke:#1f2937,color:#ffffff',
  say: 'fill:#e8f1ff,stroke:#3b74d6,color:#12305f',
  question: 'fill:#fff4d6,stroke:#c98a00,color:#4d3500',
  choice: 'fill:#f1eaff,stroke:#7c53d6,color:#33196e',
  wait: 'fill:#eef0f3,stroke:#7a8494,color:#2a313c',
  change: 'fill:#f7f8fa,stroke:#a3acb9,color:#2a313c',
  outcome: 'fill:#dff6e6,stroke:#1f9254,color:#0b4425',
  handoff: 'fill:#ffe6dc,stroke:#d2551f,color:#5f2208',
  flow: 'fill:#dff5f8,stroke:#148596,color:#073f47',
  end: 'fill:#6b7280,stroke:#6b7280,color:#ffffff',
};

/** Flows as one Mermaid flowchart, a box each; where one leads to another that is drawn too, a line goes there. */
export function toMermaid(pictures: readonly FlowPicture[]): string {
  const idOf = (flow: string, node: string): string => {
    const place = pictures.findIndex((one) => one.flow === flow);
    return `f${place}n${pictures[place]?.nodes.findIndex(({ id }) => id === node) ?? 0}`;
  };
  return [
    'flowchart TD',
    ...pictures.flatMap((picture, index) => boxOf(picture, index, (node) => idOf(picture.flow, node))),
    ...pictures.flatMap((picture) => leadsOf(picture, pictures, idOf)),
    ...Object.entries(colours).map(([kind, colour]) => `  classDef ${kind} ${colour}`),
  ].join('\n');
}

function boxOf(picture: FlowPicture, index: number, idOf: (node: string) => string): readonly string[] {
  return [
    `  subgraph f${index}["${escape(picture.title)}"]`,
    '    direction TB',
    ...picture.nodes.map((node) => `    ${nodeLine(node, idOf(node.id))}`),
    ...picture.edges.map((edge) => `    ${edgeLine(edge, idOf)}`),
    '  end',
  ];
}

function nodeLine({ kind, head, lines, counts }: PictureNode, id: string): string {
  const [open, close] = brackets[kind];
  const label = [...(head === '' ? [] : [head]), ...lines, ...counts].map(escape).join('<br/>');
  return `${id}${open}"${label === '' ? 'end' : label}"${close}:::${kind}`;
}

function edgeLine({ from, to, label, by }: PictureEdge, idOf: (node: string) => string): string {
  const line = by === 'otherwise' ? '-.->' : '-->';
  return `${idOf(from)} ${line}${label === '' ? '' : `|"${escape(label)}"|`} ${idOf(to)}`;
}

/** From the steps that lead to other flows to where these begin. */
function leadsOf(
  { flow, nodes }: FlowPicture,
  pictures: readonly FlowPicture[],
  idOf: (flow: string, node: string) => string,
): readonly string[] {
  return nodes.flatMap((node) =>
    node.flows.flatMap((led) => {
      const first = pictures.find((one) => one.flow === led)?.nodes[0];
      return first === undefined ? [] : [`  ${idOf(flow, node.id)} ==> ${idOf(led, first.id)}`];
    }),
  );
}

/** Everything that Mermaid, or the HTML that it makes, could take for a mark, as the number of its character. */
function escape(text: string): string {
  return [...text]
    .map((character) => (isPlain(character) ? character : `#${character.codePointAt(0) ?? 32};`))
    .join('');
}

/** ASCII but letters, digits and a few signs may mean something; control characters may break a line. */
function isPlain(character: string): boolean {
  return (
    /^[A-Za-z0-9 ,.!?'()/:+-]$/u.test(character) ||
    (character > '\u007f' && !/^[\p{C}\p{Z}]$/u.test(character))
  );
}

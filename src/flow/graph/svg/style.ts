import type { NodeKind } from '../picture.js';

interface Colours {
  readonly fill: string;
  readonly line: string;
  readonly text: string;
}

const light: Readonly<Record<NodeKind, Colours>> = {
  start: { fill: '#1c2536', line: '#1c2536', text: '#ffffff' },
  say: { fill: '#eaf2ff', line: '#8fb4f2', text: '#173a72' },
  question: { fill: '#fff6dc', line: '#e6b94a', text: '#573d00' },
  choice: { fill: '#f3edff', line: '#b79cf0', text: '#3a1f7a' },
  wait: { fill: '#f1f3f6', line: '#a9b2c0', text: '#303947' },
  change: { fill: '#ffffff', line: '#cfd6e0', text: '#303947' },
  outcome: { fill: '#dff7e7', line: '#5cbb84', text: '#0d4a29' },
  handoff: { fill: '#ffeae1', line: '#ef9067', text: '#6b2609' },
  flow: { fill: '#e0f6f9', line: '#58b4c2', text: '#084750' },
  end: { fill: '#6a7485', line: '#6a7485', text: '#ffffff' },
};

const dark: Readonly<Record<NodeKind, Colours>> = {
  start: { fill: '#e8edf6', line: '#e8edf6', text: '#131a26' },
  say: { fill: '#172a49', line: '#3f6fba', text: '#d6e5ff' },
  question: { fill: '#3a2d0a', line: '#a97f1c', text: '#ffeab3' },
  choice: { fill: '#2b1f4d', line: '#7b5cc4', text: '#e6dbff' },
  wait: { fill: '#232a35', line: '#5c6779', text: '#d9e0ea' },
  change: { fill: '#1a202b', line: '#3d4757', text: '#d9e0ea' },
  outcome: { fill: '#0f3320', line: '#2f8a57', text: '#c9f4da' },
  handoff: { fill: '#47200f', line: '#bd5f34', text: '#ffdccb' },
  flow: { fill: '#0c343a', line: '#2b8492', text: '#c6f1f7' },
  end: { fill: '#8b95a6', line: '#8b95a6', text: '#131a26' },
};

const page = {
  light: { ground: '#f8f9fb', text: '#1c2536', quiet: '#647084', edge: '#8d97a8', label: '#ffffff' },
  dark: { ground: '#11161f', text: '#eef2f8', quiet: '#98a3b5', edge: '#6b778a', label: '#1d2430' },
};

/** Colours follow the reader's own light or dark. */
export function styleSheet(): string {
  return [
    `svg.heyword{${pageColours(page.light)}font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}`,
    ...nodeColours(light),
    `@media (prefers-color-scheme:dark){svg.heyword{${pageColours(page.dark)}}${nodeColours(dark).join('')}}`,
    '.ground{fill:var(--ground)}',
    '.title{fill:var(--text);font-size:22px;font-weight:650}',
    '.name{fill:var(--quiet);font-size:13px}',
    '.node .shape{fill:var(--fill);stroke:var(--line);stroke-width:1.5}',
    '.node text{fill:var(--ink)}',
    '.node .head{font-size:11px;font-weight:650;letter-spacing:.06em;opacity:.72}',
    '.node .words{font-size:14px}',
    '.node .counts{font-size:12px;font-weight:600}',
    '.node .rule{stroke:var(--line);stroke-width:1;opacity:.6}',
    '.node .mark{fill:var(--line)}',
    '.change .shape,.wait .shape{stroke-dasharray:none}',
    '.wait .shape{stroke-dasharray:5 4}',
    '.ring{fill:none;stroke:var(--line);stroke-width:1.5}',
    'a:hover .shape,a:focus .shape{stroke-width:2.5}',
    '.edge{fill:none;stroke:var(--edge);stroke-width:1.6}',
    '.edge.otherwise{stroke-dasharray:4 4}',
    '.arrow{fill:var(--edge)}',
    '.label rect{fill:var(--label);stroke:var(--edge);stroke-width:.8;stroke-opacity:.5}',
    '.label text{fill:var(--text);font-size:12px}',
  ].join('\n');
}

function pageColours({ ground, text, quiet, edge, label }: typeof page.light): string {
  return `--ground:${ground};--text:${text};--quiet:${quiet};--edge:${edge};--label:${label};`;
}

function nodeColours(colours: Readonly<Record<NodeKind, Colours>>): readonly string[] {
  return Object.entries(colours).map(
    ([kind, { fill, line, text }]) => `.${kind}{--fill:${fill};--line:${line};--ink:${text}}`,
  );
}

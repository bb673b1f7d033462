import { spreadOf } from '../measures/statistics.js';
import { roundsOf, type Row } from './record.js';
import { numeral } from './table.js';

export const looks = ['light', 'dark'] as const;
export type Look = (typeof looks)[number];

interface Palette {
  readonly ground: string;
  readonly ink: string;
  readonly quiet: string;
  readonly grid: string;
  /** Bars of Heyword, of its peers, and of the bare limit. */
  readonly own: string;
  readonly other: string;
  readonly limit: string;
}

const palettes: Readonly<Record<Look, Palette>> = {
  light: {
    ...{ ground: '#ffffff', ink: '#1f2328', quiet: '#59636e', grid: '#e3e7eb' },
    ...{ own: '#0f7b6c', other: '#b8794a', limit: '#9aa4ae' },
  },
  dark: {
    ...{ ground: '#0d1117', ink: '#f0f6fc', quiet: '#9198a1', grid: '#262c34' },
    ...{ own: '#3fb8a4', other: '#d8975f', limit: '#59636e' },
  },
};

/** One bar, with the range of its rounds. */
interface Bar {
  readonly name: string;
  readonly middle: number;
  readonly least: number;
  readonly most: number;
}

interface Panel {
  readonly title: string;
  readonly bars: readonly Bar[];
  readonly digits: number;
}

const width = 860;
const left = 290;
const right = 780;
const rowHeight = 30;
const head = 58;

/** Horizontal bars: throughput of each contestant, and below how long a reply takes. An SVG document. */
export function drawChart(rows: readonly Row[], look: Look): string {
  const drawn = panelsOf(rows).filter(({ bars }) => bars.length > 0);
  const heights = drawn.map(({ bars }) => head + bars.length * rowHeight + 14);
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 0));
  const height = Math.max(60, heights.reduce((sum, one) => sum + one, 0) + 10);
  const palette = palettes[look];
  const content = drawn.map((panel, at) => drawPanel(panel, tops[at] ?? 0, palette));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" font-family="-apple-system, 'Segoe UI', 'Liberation Sans', Helvetica, Arial, sans-serif" font-size="13.5">
<rect width="100%" height="100%" rx="8" fill="${palette.ground}"/>
${drawn.length > 0 ? content.join('\n') : `<text x="20" y="36" fill="${palette.quiet}">Nothing has been measured yet.</text>`}
</svg>
`;
}

function panelsOf(rows: readonly Row[]): readonly Panel[] {
  return [
    {
      title: 'Acknowledged events a second (more is better)',
      bars: barsOf(rows, 'throughput', 'perSecond'),
      digits: 0,
    },
    {
      title: 'Direct message to reply at the platform, half load, p50 in ms (less is better)',
      bars: barsOf(rows, 'latency', 'toPlatformP50'),
      digits: 1,
    },
  ];
}

function barsOf(rows: readonly Row[], part: Row['part'], figure: string): readonly Bar[] {
  return rows
    .filter((row) => row.part === part)
    .map((row) => ({ name: row.subject, rounds: roundsOf(row, figure) }))
    .filter(({ rounds }) => rounds.length > 0)
    .map(({ name, rounds }) => {
      const { median, least, most } = spreadOf(rounds);
      return { name, middle: median, least, most };
    });
}

function drawPanel({ title, bars, digits }: Panel, top: number, palette: Palette): string {
  const end = niceEnd(Math.max(...bars.map(({ most }) => most)));
  const x = (value: number): number => left + ((right - left) * value) / end;
  const bottom = top + head + bars.length * rowHeight;
  const lines = [0, 1, 2, 3, 4].map((step) => {
    const at = fixed(x((end * step) / 4));
    return `<line x1="${at}" y1="${String(top + head - 6)}" x2="${at}" y2="${String(bottom)}" stroke="${palette.grid}"/>
<text x="${at}" y="${String(top + head - 12)}" text-anchor="middle" font-size="11" fill="${palette.quiet}">${numeral((end * step) / 4, Number.isInteger(end / 4) ? 0 : 1)}</text>`;
  });
  const drawn = bars.map((bar, at) => drawBar(bar, top + head + at * rowHeight, { x, digits, palette }));
  return `<text x="20" y="${String(top + 28)}" font-weight="600" fill="${palette.ink}">${title}</text>
${[...lines, ...drawn].join('\n')}`;
}

interface Drawing {
  readonly x: (value: number) => number;
  readonly digits: number;
  readonly palette: Palette;
}

/** A name, a bar to the median, a thin line over the range of the rounds, and the median in numerals. */
function drawBar({ name, middle, least, most }: Bar, top: number, { x, digits, palette }: Drawing): string {
  const centre = String(top + rowHeight / 2);
  const colour = colourOf(name, palette);
  const label = numeral(middle, digits);
  return `<text x="${String(left - 12)}" y="${centre}" text-anchor="end" dominant-baseline="central" fill="${palette.ink}">${name}</text>
<rect x="${String(left)}" y="${String(top + 6)}" width="${fixed(Math.max(1, x(middle) - left))}" height="${String(rowHeight - 12)}" rx="3" fill="${colour}"/>
<line x1="${fixed(x(least))}" y1="${centre}" x2="${fixed(x(most))}" y2="${centre}" stroke="${palette.ink}" stroke-opacity="0.55" stroke-width="1.5"/>
<text x="${fixed(x(most) + 8)}" y="${centre}" dominant-baseline="central" font-size="13" font-weight="600" fill="${palette.ink}">${label}</text>`;
}

function colourOf(name: string, palette: Palette): string {
  if (name.startsWith('Heyword')) return palette.own;
  return name === 'bare limit' ? palette.limit : palette.other;
}

/** The next of 1, 2, 4, 6, 8 and 10 times a power of ten. */
export function niceEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return power * ([1, 2, 4, 6, 8].find((step) => step * power >= most) ?? 10);
}

function fixed(value: number): string {
  return value.toFixed(1);
}

import { placePicture, sizes } from '../layout.js';
import type { Placed, PlacedEdge, PlacedNode, Point } from '../layout.js';
import { widthOf } from '../measure.js';
import type { FlowPicture } from '../picture.js';
import { isDot, shapeOf } from './shapes.js';
import { styleSheet } from './style.js';
import { escapeXml, px } from './xml.js';

const MARGIN = 32;
const TITLE = 64;
const GAP = 64;
/** As wide as a row becomes, unless one flow alone is wider. */
const ROW = 1400;

interface Section {
  readonly picture: FlowPicture;
  readonly placed: Placed;
  readonly left: number;
  readonly top: number;
}

/** Flows as one picture, side by side while there is room; what leads to a flow that is in it is a link. */
export function toSvg(pictures: readonly FlowPicture[]): string {
  const sections = stack(pictures);
  const width = Math.max(360, ...sections.map((section) => section.left + widthOfSection(section) + MARGIN));
  const height = Math.max(0, ...sections.map(({ top, placed }) => top + TITLE + placed.height)) + MARGIN;
  const title = pictures.map((one) => one.title).join(', ');
  const drawn = new Set(pictures.map(({ flow }) => flow));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="heyword" viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" aria-labelledby="graph-title graph-desc">`,
    `<title id="graph-title">${escapeXml(title)}</title>`,
    `<desc id="graph-desc">${escapeXml(describe(pictures))}</desc>`,
    `<style>${styleSheet()}</style>`,
    '<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="arrow" d="M0 0.8L10 5L0 9.2z"/></marker></defs>',
    `<rect class="ground" width="${px(width)}" height="${px(height)}"/>`,
    ...sections.map((section) => drawSection(section, drawn)),
    '</svg>',
  ].join('\n');
}

/** In rows: the next flow stands beside the last one if it fits, else below all of its row. */
function stack(pictures: readonly FlowPicture[]): readonly Section[] {
  const placed = pictures.map((picture) => ({ picture, placed: placePicture(picture) }));
  const room = Math.max(ROW, ...placed.map(widthOfSection));
  let [left, top, bottom] = [MARGIN, MARGIN, MARGIN];
  return placed.map((one) => {
    const width = widthOfSection(one);
    if (left > MARGIN && left + width > room + MARGIN) [left, top] = [MARGIN, bottom + GAP];
    const section = { ...one, left, top };
    left += width + GAP;
    bottom = Math.max(bottom, top + TITLE + one.placed.height);
    return section;
  });
}

function widthOfSection({ picture, placed }: Pick<Section, 'picture' | 'placed'>): number {
  return Math.max(placed.width, widthOf(picture.title, 22), widthOf(picture.flow, 13));
}

function drawSection({ picture, placed, left, top }: Section, drawn: ReadonlySet<string>): string {
  return [
    `<g id="${anchorOf(picture.flow)}" transform="translate(${px(left)} ${px(top)})">`,
    `<text class="title" x="0" y="20">${escapeXml(picture.title)}</text>`,
    `<text class="name" x="0" y="40">${escapeXml(picture.flow)}</text>`,
    `<g transform="translate(0 ${TITLE})">`,
    ...placed.edges.map(drawEdge),
    ...placed.nodes.map((node) => drawNode(node, drawn)),
    ...placed.edges.flatMap((edge) => drawLabel(edge)),
    '</g>',
    '</g>',
  ].join('\n');
}

/** A flow's name is safe in an address as it stands. */
function anchorOf(flow: string): string {
  return `flow-${escapeXml(flow)}`;
}

function drawNode(placed: PlacedNode, drawn: ReadonlySet<string>): string {
  const { node, x, y, width, height } = placed;
  const group = `<g class="node ${node.kind}" transform="translate(${px(x - width / 2)} ${px(y - height / 2)})">${shapeOf(placed)}${drawWords(placed)}</g>`;
  const [led] = node.flows;
  return led !== undefined && drawn.has(led) ? `<a href="#${anchorOf(led)}">${group}</a>` : group;
}

function drawWords(placed: PlacedNode): string {
  const { node, height } = placed;
  if (isDot(node)) return '';
  const middle = px(middleOf(placed));
  const top = sizes.padding - 5;
  const head = `<text class="head" x="${middle}" y="${top + 12}" text-anchor="middle">${escapeXml(node.head.toUpperCase())}</text>`;
  const lines = node.lines.map((line, index) => {
    const y = top + sizes.headHeight + index * sizes.lineHeight + 14;
    return `<text class="words" x="${middle}" y="${y}" text-anchor="middle">${escapeXml(line)}</text>`;
  });
  return [head, ...lines, drawCounts(placed, height)].join('');
}

/** Of the room beside the bar of a question. */
function middleOf({ node, width }: PlacedNode): number {
  return node.kind === 'question' ? width / 2 + 7 : width / 2;
}

function drawCounts(placed: PlacedNode, height: number): string {
  const {
    node: { counts },
    width,
  } = placed;
  if (counts.length === 0) return '';
  const y = height - 28;
  return `<path class="rule" d="M${sizes.padding} ${px(y)}H${px(width - sizes.padding)}"/><text class="counts" x="${px(middleOf(placed))}" y="${px(y + 18)}" text-anchor="middle">${escapeXml(counts.join(' · '))}</text>`;
}

function drawEdge({ edge, points }: PlacedEdge): string {
  return `<path class="edge ${edge.by}" d="${curve(points)}" marker-end="url(#arrow)"/>`;
}

function drawLabel({ edge, label }: PlacedEdge): readonly string[] {
  if (edge.label === '') return [];
  const width = widthOf(edge.label, sizes.label) + 12;
  return [
    `<g class="label" transform="translate(${px(label.x)} ${px(label.y)})"><rect x="${px(-width / 2)}" y="-10" width="${px(width)}" height="20" rx="10"/><text y="4" text-anchor="middle">${escapeXml(edge.label)}</text></g>`,
  ];
}

/** Through the middles between the points, so that no corner is left; straight where it begins and where it ends. */
function curve(points: readonly Point[]): string {
  const [first, ...rest] = points;
  const last = rest.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = rest.slice(0, -1).map((point, index) => {
    const next = rest[index + 1] ?? last;
    const isLast = index === rest.length - 2;
    const to = isLast ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(to)}`;
  });
  return `M${at(first)}${bends.length === 0 ? `L${at(last)}` : bends.join('')}`;
}

function at({ x, y }: Point): string {
  return `${px(x)} ${px(y)}`;
}

/** For those who do not see it: what leads where, in words. */
function describe(pictures: readonly FlowPicture[]): string {
  return pictures
    .map(({ title, nodes }) => {
      const steps = nodes
        .filter(({ head }) => head !== '')
        .map(({ head, lines }) => `${head}: ${lines.join(' ')}`);
      return `${title}. ${steps.join('; ')}.`;
    })
    .join(' ');
}

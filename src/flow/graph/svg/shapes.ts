import type { PlacedNode } from '../layout.js';
import type { PictureNode } from '../picture.js';
import { px } from './xml.js';

/** An end that nothing is said of. */
export function isDot({ kind, lines }: PictureNode): boolean {
  return kind === 'end' && lines.length === 0;
}

/** The outline of a node: what it is can be told by it alone. */
export function shapeOf(placed: PlacedNode): string {
  const { node, width, height } = placed;
  switch (node.kind) {
    case 'start':
      return box(placed, Math.min(28, height / 2));
    case 'outcome':
      return box(placed, Math.min(26, height / 2));
    case 'choice':
      return outline([
        [14, 0],
        [width - 14, 0],
        [width, height / 2],
        [width - 14, height],
        [14, height],
        [0, height / 2],
      ]);
    case 'handoff':
      return outline([
        [0, 0],
        [width, 0],
        [width, height - 14],
        [width - 14, height],
        [14, height],
        [0, height - 14],
      ]);
    case 'question':
      return (
        box(placed, 10) +
        `<path class="mark" d="M10 0h4v${px(height)}h-4a10 10 0 0 1 -10 -10v${px(20 - height)}a10 10 0 0 1 10 -10z"/>`
      );
    case 'flow':
      return (
        box(placed, 6) +
        `<rect class="ring" x="5" y="5" width="${px(width - 10)}" height="${px(height - 10)}" rx="3"/>`
      );
    case 'end':
      return isDot(node) ? dot(placed) : box(placed, 8);
    case 'say':
      return bubble(placed);
    case 'wait':
    case 'change':
      return box(placed, 8);
  }
}

function box({ width, height }: PlacedNode, radius: number): string {
  return `<rect class="shape" width="${px(width)}" height="${px(height)}" rx="${px(radius)}"/>`;
}

function outline(corners: readonly (readonly [number, number])[]): string {
  return `<polygon class="shape" stroke-linejoin="round" points="${corners.map(([x, y]) => `${px(x)},${px(y)}`).join(' ')}"/>`;
}

/** Spoken: round but for the corner it comes from. */
function bubble({ width, height }: PlacedNode): string {
  const r = 16;
  return `<path class="shape" d="M${r} 0h${px(width - 2 * r)}a${r} ${r} 0 0 1 ${r} ${r}v${px(height - 2 * r)}a${r} ${r} 0 0 1 ${-r} ${r}h${px(-(width - r - 3))}a3 3 0 0 1 -3 -3v${px(-(height - r - 3))}a${r} ${r} 0 0 1 ${r} ${-r}z"/>`;
}

/** A ring with a full middle, as the end of a line is drawn. */
function dot({ width }: PlacedNode): string {
  const middle = px(width / 2);
  return `<circle class="ring" cx="${middle}" cy="${middle}" r="${px(width / 2 - 1)}"/><circle class="mark" cx="${middle}" cy="${middle}" r="${px(width / 2 - 5)}"/>`;
}

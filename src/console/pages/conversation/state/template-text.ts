import type { ApprovedTemplate } from './answers.js';

/** A template is approved in each language apart. */
export function templateKey(template: ApprovedTemplate | undefined): string {
  return template === undefined ? '' : `${template.name} ${template.language}`;
}

/** How a template reads: gaps that are not filled yet stay as they are written. */
export function fillGaps(body: string, gaps: readonly string[]): string {
  return body.replace(/\{\{\s*(\d+)\s*\}\}/g, (written, number: string) => {
    const gap = gaps[Number(number) - 1] ?? '';
    return gap.trim() === '' ? written : gap;
  });
}

import type { SourceFile } from '../../../src/flow/yaml/source-file.js';
import { flowFile, studioFiles } from './studio-files.js';

const workspace = `
brand: Studio Nord
disclosure: off
timezone: Europe/Berlin
languages: [en]
accounts:
  - { channel: instagram, name: studio_ig, id: "1001", token: $IG_TOKEN, secret: $APP_SECRET }
  - { channel: messenger, name: studio_page, id: "1002", token: $PAGE_TOKEN, secret: $APP_SECRET }
topics:
  tips: { title: Tips, notice: One tip a week? }
teams:
  support: { title: Support, first_reply: 2h, resolve: 24h }
links:
  guide: { to: "https://example.com/guide", label: Get the guide }
lookups:
  order_status:
    url: "https://shop.example.com/orders/{{input.order}}"
    takes: order
    headers: { Authorization: Bearer $SHOP_TOKEN }
    timeout: 4s
    result: { status: order.status }
  open_ticket:
    url: https://help.example.com/tickets
    method: POST
    takes: note
    body: { text: "{{input.note}}" }
    timeout: 10s
    result: { reference: id }
coupons:
  spring: { codes: coupons/spring.txt }
  past: { codes: [LATE-1], until: "2026-01-11" }
escalations:
  complaints: { by: ticket, lookup: open_ticket, team: support }
  letters: { by: email, to: help@example.com, team: support }
`;

const drawing = (list: string): string => `
  - coupon: ${list}
    sold_out:
      - say: All codes are gone.
      - end
  - say: "Yours: {{answer.coupon}}"
  - outcome: given
`;

const flows: Readonly<Record<string, string>> = {
  /** Asks the shop about an order. */
  parcel: `
  - lookup: order_status
    with: { order: "4711" }
    found:
      - say: "It is {{answer.status}}."
    not_found:
      - say: There is no such order.
    failed:
      - say: I cannot tell.
  - outcome: told
`,
  spring: drawing('spring'),
  past: drawing('past'),
  complaint: `
  - escalate: complaints
    note: It came in pieces.
`,
  letter: `
  - escalate: letters
    note: It came in pieces.
    priority: urgent
`,
};

/** A studio whose flows ask the outside; each starts by its own name. */
export function outsideFiles(codes: readonly string[] = ['A-1', 'B-2']): readonly SourceFile[] {
  return studioFiles({
    'workspace.yaml': workspace,
    'coupons/spring.txt': codes.map((code) => `${code}\n`).join(''),
    ...Object.fromEntries(
      Object.entries(flows).map(([name, steps]) => [`${name}.yaml`, flowFile(name, steps)]),
    ),
  });
}

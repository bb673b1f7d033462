/** A workspace that has what the examples of the verbs name. */
export const exampleWorkspace = `brand: Studio Nord
timezone: Europe/Berlin
hours: { mon-fri: "09:00-18:00" }
topics: { weekly_tips: { notice: One short tip a week? } }
templates:
  tip_ready: { category: marketing, topic: weekly_tips, language: en, text: 'Hi {{1}}, your tip on {{2}} is ready.' }
links: { home: { to: "https://example.com", label: Have a look } }
bookings: { demo_call: { to: "https://cal.example/demo", label: Pick a time } }
lookups:
  order_status:
    url: "https://api.example.com/orders/{{input.order}}"
    takes: order
    result: { status: status, eta: delivery.eta }
coupons: { spring: { codes: [A1, B2] } }
escalations: { complaints: { by: email, to: help@example.com } }
`;

/** The files of an example: several flows are parted by a line of dashes. */
export function filesOf(example: string): Record<string, string> {
  const flows = example.split(/^---\n/mu);
  return Object.fromEntries(flows.map((text) => [`${/^flow: (\w+)$/mu.exec(text)?.[1] ?? ''}.yaml`, text]));
}

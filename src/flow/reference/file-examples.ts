/** The workspace that every example of the reference stands in: it has what they name. */
export const exampleWorkspace = `brand: Studio Nord
timezone: Europe/Berlin
languages: [en, de]
hours: { mon-fri: "09:00-18:00" }
topics:
  weekly_tips:
    title: Weekly tips
    notice: { en: One short tip a week?, de: Ein kurzer Tipp in der Woche? }
    at_most: 1/week
templates:
  tip_ready:
    whatsapp: tip_ready_v2
    category: marketing
    topic: weekly_tips
    language: { en: en_US, de: de }
    text:
      en: Hi {{1}}, your tip on {{2}} is ready.
      de: Hallo {{1}}, dein Tipp zu {{2}} ist fertig.
teams:
  sales: { title: Sales, first_reply: 2h, resolve: 24h }
links:
  home: { to: "https://example.com", label: Have a look }
bookings:
  demo_call: { to: "https://cal.example/demo", label: Pick a time }
lookups:
  order_status:
    url: "https://api.example.com/orders/{{input.order}}"
    takes: order
    result: { status: status, eta: delivery.eta }
coupons:
  spring: { codes: [A1, B2] }
escalations:
  complaints: { by: email, to: help@example.com }
texts:
  en: { stopped: You will not hear from us again. }
unmatched: answer
never_say: [guaranteed]
`;

export const testsExample = `flow: order
start:
  - keyword: order
steps:
  - ask: What is the number of your order?
    save: number
    within: 20h
    otherwise: end
  - lookup: order_status
    with: { order: "{{answer.number}}" }
    found:
      - say: "It is {{answer.status}}."
      - outcome: answered
    not_found:
      - say: I do not find it.
      - handoff: sales
    failed:
      - handoff: sales
`;

export const testsExampleTests = `flow: order
tests:
  - name: tells where an order is
    lookups:
      order_status: { found: { status: on its way, eta: friday } }
    chat:
      - me: order
      - bot: number
      - me: "4711"
      - bot: It is on its way.
    expect:
      outcome: answered
      answers: { number: "4711" }
      handoff: none
  - name: calls a person when the shop does not answer
    on: [instagram, messenger]
    at: tue 10:00
    contact: { first_name: Ada, language: en }
    lookups:
      order_status: failed
    chat:
      - me: order
      - bot: any
      - me: "4711"
      - bot: any
      - agent: Hi Ada, I am having a look!
      - me: thank you
    expect:
      handoff: sales
  - name: leaves those in peace who do not answer
    chat:
      - me: order
      - bot: any
      - silence: 1d
    expect:
      outcome: none
  - name: says nothing after STOP
    chat:
      - me: order
      - bot: any
      - me: stop
      - bot: You will not hear from us
      - me: order
      - silence: 1h
    expect:
      consent: { all: withdrawn }
`;

export const faqExample = `did_you_mean: true
questions:
  - id: opening_hours
    title: { en: Opening hours, de: Öffnungszeiten }
    ask:
      en: [When are you open?, What are your opening hours?]
      de: [Wann habt ihr geöffnet?, Was sind eure Öffnungszeiten?]
    answer:
      en: Monday to Friday, nine to six.
      de: Montag bis Freitag, neun bis achtzehn Uhr.
  - id: delivery
    title: { en: Delivery, de: Lieferung }
    ask:
      en: [How long does delivery take?, When will my parcel arrive?]
      de: [Wie lange dauert die Lieferung?, Wann kommt mein Paket an?]
    answer:
      en: Two to four days.
      de: Zwei bis vier Tage.
    link: home
`;

export const faqExampleTests = `faq: true
tests:
  - name: says when somebody is there
    chat:
      - me: when do you open?
      - bot: Monday to Friday
  - name: speaks German
    contact: { language: de }
    chat:
      - me: Wie lange dauert die Lieferung?
      - bot: Zwei bis vier Tage
`;

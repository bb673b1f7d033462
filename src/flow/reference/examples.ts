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

/** A question of each kind, with its tests. */
export const answersExample = `flow: workshop
start:
  - keyword: workshop
steps:
  - ask: How many of you are coming?
    kind: number
    at_least: 1
    at_most: 30
    whole: yes
    save: seats
  - ask: On which day?
    kind: date
    at_least: today
    save: day
  - ask: Do you bring your own laptops?
    kind: yes_no
    no:
      - say: No problem, we have some.
  - ask: What shall it be about?
    kind: several
    at_most: 2
    choices: [Flows, Texts, Figures]
    save: subjects
  - ask: How much do you know already?
    kind: rating
    scale: 5
    save: level
  - ask: What is your e-mail address?
    kind: email
    save: email
  - ask: And your phone number?
    kind: phone
    country: DE
    sensitive: yes
    save: phone
  - ask: Where can we see what you do?
    kind: url
    save: site
  - ask: What does your voucher say?
    kind: pattern
    pattern: "ws-[0-9]{4}"
    example: WS-1234
    save: voucher
  - ask: Anything else that we should know?
    kind: text
    longest: 200
    settle: 4s
    save: wish
  - say: "{{answer.seats}} seats on {{answer.day}}: see you!"
  - outcome: booked
`;

export const answersExampleTests = `flow: workshop
tests:
  - name: understands answers as people write them
    at: mon 10:00
    chat:
      - me: workshop
      - bot: How many
      - me: about 20
      - bot: On which day
      - me: tomorrow
      - bot: laptops
      - me: nope
      - bot: No problem
      - bot: about
      - me: flows and texts
      - bot: How much
      - me: four
      - bot: e-mail
      - me: it is ada@example.com
      - bot: phone
      - me: 030 901820
      - bot: Where
      - me: example.com
      - bot: voucher
      - me: WS-2026
      - bot: Anything else
      - me: no
      - silence: 10s
      - bot: 20 seats
    expect:
      outcome: booked
      answers: { seats: "20", email: ada@example.com }
`;

export const conditionsExample = `flow: hello_again
start:
  - keyword: hello
steps:
  - if: { visits: { more_than: 1 } }
    then:
      - say: Nice to see you again!
  - ask: What do you need?
    save: need
    choices: [Prices, Help]
  - if:
      answer.need: Prices
      office_hours: yes
    then:
      - say: Somebody will write to you in a minute.
      - handoff: sales
    else_if:
      - if:
          any:
            - tag: customer
            - consent.weekly_tips: yes
        then:
          - say: You know us already, so here is the short way.
            link: home
    else:
      - say: Have a look around first.
        link: home
  - tag: seen_prices
  - outcome: answered
`;

export const conditionsExampleTests = `flow: hello_again
tests:
  - name: hands over in office hours
    at: tue 10:00
    chat:
      - me: Hello
      - bot: What do you need
      - tap: Prices
      - bot: in a minute
      - bot: any
    expect:
      handoff: sales
      outcome: none
  - name: knows who has been here before, and customers
    at: sun 10:00
    contact: { first_name: Ada, tags: customer, visits: { hello_again: 2 } }
    chat:
      - me: hello
      - bot: see you again
      - bot: What do you need
      - me: help
      - bot: { text: short way, link: home }
    expect:
      outcome: answered
      tags: [customer, seen_prices]
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

export const translationExample = `flow: welcome
start:
  - keyword: welcome
steps:
  - say: Hello, and welcome!
  - say: { en: Have a look around., de: Sieh dich um. }
    link: home
  - outcome: welcomed
`;

export const translationExampleFile = `flow: welcome
texts:
  - en: Hello, and welcome!
    de: Hallo und willkommen!
`;

export const translationExampleTests = `flow: welcome
tests:
  - name: speaks English
    chat:
      - me: welcome
      - bot: Hello, and welcome
      - bot: Have a look around
  - name: speaks German
    contact: { language: de }
    chat:
      - me: welcome
      - bot: Hallo und willkommen
      - bot: Sieh dich um
`;

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

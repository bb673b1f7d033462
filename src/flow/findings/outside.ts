import type { Finding } from './finding.js';

/** What can be wrong with look-ups, coupons and escalations: in workspace.yaml, and where flows use them. */
export const outsideFindings = {
  'unknown-lookup': {
    severity: 'error',
    title: 'A look-up that the workspace does not have',
    explanation:
      'What may be asked of other systems stands in workspace.yaml under `lookups`, address and all.',
    example: '- lookup: order_staus',
    mend: 'Correct the name, or add the look-up there.',
  },
  'unknown-coupon': {
    severity: 'error',
    title: 'A list of codes that the workspace does not have',
    explanation: 'Lists of codes stand in workspace.yaml under `coupons`.',
    example: '- coupon: sprng',
    mend: 'Correct the name, or add the list there.',
  },
  'unknown-escalation': {
    severity: 'error',
    title: 'An escalation that the workspace does not have',
    explanation: 'Ways to people who work elsewhere stand in workspace.yaml under `escalations`.',
    example: '- escalate: complaint',
    mend: 'Correct the name, or add the escalation there.',
  },
  'unknown-lookup-input': {
    severity: 'error',
    title: 'Something that the look-up does not take',
    explanation: 'A look-up is told what it lists under `takes`, and shows nothing else.',
    example: `- lookup: order_status
  with: { number: "{{answer.order}}" }
  failed: []`,
    mend: 'Use a name that it takes, or add this one to `takes` in workspace.yaml.',
  },
  'missing-lookup-input': {
    severity: 'error',
    title: 'Something that the look-up must be told',
    explanation:
      'Everything under `takes` is part of the question: without it the look-up would ask another one.',
    example: `- lookup: order_status
  failed: []`,
    mend: 'Give it under `with`.',
  },
  'unused-input': {
    severity: 'warning',
    title: 'Something that is taken and told to nobody',
    explanation: 'It stands under `takes`, and neither the address nor the body shows it.',
    example: `url: https://api.example.com/orders
takes: order`,
    mend: 'Write {{input.order}} where it belongs, or take it out of `takes`.',
  },
  'unknown-lookup-result': {
    severity: 'error',
    title: 'Something that the look-up does not tell',
    explanation: 'A test can let a look-up tell what its `result` in workspace.yaml lists.',
    example: 'lookups: { order_status: { found: { stauts: shipped } } }',
    mend: 'Use one of the names that it lists.',
  },
  'bad-address': {
    severity: 'error',
    title: 'Not an address that can be asked',
    explanation:
      'A look-up asks one host by its address, written in full. Only its path and its query show what the look-up is told.',
    example: 'url: api.example.com/orders',
    mend: 'Write https://, the host, and the path as it stands in the browser.',
  },
  'insecure-address': {
    severity: 'error',
    title: 'A look-up over http',
    explanation:
      'Whoever is on the way could read what is asked, and answer in the place of the other system.',
    example: 'url: http://api.example.com/orders/{{input.order}}',
    mend: 'Write https://.',
  },
  'local-address': {
    severity: 'warning',
    title: 'A look-up to the server itself',
    explanation: 'That is right for trying out. Nobody is asked there unless the environment allows it.',
    example: 'url: http://localhost:8080/orders/{{input.order}}',
    mend: 'Name the host and its port in EGRESS_ALLOW while you try it out; write the real address before followers come.',
  },
  'bad-header': {
    severity: 'error',
    title: 'A header that cannot be sent',
    explanation:
      'Headers are plain letters, with secrets by their names in the environment. Those that say where a request ends, or what is in it, are set by the server.',
    example: 'headers: { Host: shop.example.com }',
    mend: 'Take it out; what the look-up is told goes into its address or its body.',
  },
  'bad-path': {
    severity: 'error',
    title: 'Not a way to a value',
    explanation:
      'A result is found by the names on the way to it, with dots between, and by places in lists.',
    example: 'result: { status: "order..status" }',
    mend: 'Write it like order.items[0].status.',
  },
  'unexpected-body': {
    severity: 'error',
    title: 'A body that would not be sent',
    explanation: 'A GET asks by its address alone.',
    example: `url: https://api.example.com/search
body: { text: "{{input.text}}" }`,
    mend: 'Write method: POST, or put the inputs into the address.',
  },
  'time-too-long': {
    severity: 'error',
    title: 'Too long a time',
    explanation:
      'While a look-up is under way the contact waits, and an answer that is too old is a wrong one.',
    example: 'timeout: 5m',
    mend: 'Let it take up to 30s, and be given again for up to 1d.',
  },
  'post-is-not-cached': {
    severity: 'error',
    title: 'A POST that would be answered from memory',
    explanation: 'A POST does something each time: the second one would do nothing.',
    example: `method: POST
cache: 5m`,
    mend: 'Take `cache` out.',
  },
  'missing-file': {
    severity: 'error',
    title: 'A file that is not there',
    explanation:
      'Codes may stand in a file of their own, a code on each line. It lies beside workspace.yaml.',
    example: 'spring: { codes: coupons/sprng.txt }',
    mend: 'Correct the path, or put the file there; its name ends in .txt.',
  },
  'duplicate-code': {
    severity: 'error',
    title: 'A code stands twice in its list',
    explanation: 'A code is given once, ever: the second one would be given to nobody.',
    example: 'codes: [SPRING-1, SPRING-1]',
    mend: 'Take one of the two out.',
  },
  'bad-code': {
    severity: 'error',
    title: 'Not a code',
    explanation: 'A code is a short text on one line, as people can copy it.',
    example: '# a line of coupons/spring.txt with a thousand letters',
    mend: 'Put each code on a line of its own.',
  },
  'bad-email': {
    severity: 'error',
    title: 'Not an e-mail address',
    explanation: 'Contacts are told to write there.',
    example: 'to: help at example.com',
    mend: 'Write it as one writes to it: help@example.com.',
  },
  'no-ticket': {
    severity: 'error',
    title: 'A look-up that opens no ticket',
    explanation: 'To open one is to do something, and the contact is told its number.',
    example: 'complaints: { by: ticket, lookup: order_status }',
    mend: 'Let the look-up be a POST, with a result called reference.',
  },
} as const satisfies Readonly<Record<string, Finding>>;

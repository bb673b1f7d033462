import type { Finding } from './finding.js';

/** What can be wrong with a file before it is known what it holds. */
export const yamlFindings = {
  'yaml-syntax': {
    severity: 'error',
    title: 'The line is no YAML',
    explanation: 'The file cannot be read at this line, so nothing that stands there can be known.',
    example: `steps:
  - say: Hello
   link: guide`,
    mend: 'Let the keys of one step begin at the same column, and put texts with special signs in quotes.',
  },
  'yaml-alias': {
    severity: 'error',
    title: 'A text begins with *',
    explanation:
      'YAML takes a value that begins with * for a reference to another place. The flow language has no such references: a file means what you see in it.',
    example: '- say: *Big news*',
    mend: 'Put the whole text in quotes.',
  },
  'yaml-anchor': {
    severity: 'error',
    title: 'A text begins with &',
    explanation:
      'YAML takes a word that begins with & for the name of a place to refer to. The flow language has no such references.',
    example: '- say: &friends welcome',
    mend: 'Put the whole text in quotes, or remove the word.',
  },
  'yaml-tag': {
    severity: 'error',
    title: 'A text begins with !',
    explanation:
      'YAML takes a word that begins with ! for the type of a value. The flow language has no types to name.',
    example: '- say: !Important',
    mend: 'Put the whole text in quotes, or remove the word.',
  },
  'yaml-merge': {
    severity: 'error',
    title: 'A merge key',
    explanation:
      'Some YAML readers copy other places in with <<. In the flow language every line is written where it counts.',
    example: '<<: *defaults',
    mend: 'Write the lines out where they are meant.',
  },
  'unquoted-braces': {
    severity: 'error',
    title: 'A value begins with {{ and has no quotes',
    explanation: 'YAML takes an opening brace at the beginning of a value for a mapping, not for a text.',
    example: '- say: {{answer.project}} sounds great!',
    mend: 'Put the whole text in quotes.',
  },
  'colon-in-text': {
    severity: 'error',
    title: 'A colon inside a text',
    explanation: 'A colon with a space after it begins a mapping in YAML, also in the middle of a sentence.',
    example: '- say: One thing: it is free',
    mend: 'Put the whole text in quotes.',
  },
  'text-after-quote': {
    severity: 'error',
    title: 'Text goes on after its closing quote',
    explanation:
      'A value that begins with a quote or a bracket ends where that closes. What follows on the line would be lost.',
    example: '- say: "Free" shipping today',
    mend: 'Put the whole text in quotes; single ones where double ones are part of the text.',
  },
  'text-after-marker': {
    severity: 'error',
    title: 'Text on the line of > or |',
    explanation: 'A value that begins with > or | is a text of several lines, which starts on the next line.',
    example: '- say: > 100 brands trust us',
    mend: 'Begin the text on the next line, or put it in quotes.',
  },
  'dash-in-text': {
    severity: 'error',
    title: 'A value begins with a dash',
    explanation: 'A dash and a space begin an item of a list, and a list begins on the line below its key.',
    example: '- say: - first',
    mend: 'Put the text in quotes, or begin the list on the next line.',
  },
  'reserved-character': {
    severity: 'error',
    title: 'A value begins with a reserved sign',
    explanation: 'YAML keeps @, ` and % at the beginning of a value for itself.',
    example: '- say: @studio_nord has news',
    mend: 'Put the whole text in quotes.',
  },
  'cut-by-comment': {
    severity: 'error',
    title: 'A # cuts the text',
    explanation: 'In YAML a # after a space begins a comment, which nobody is sent.',
    example: '- say: Be our #1 fan',
    mend: 'Put the whole text in quotes. A comment that is meant as one has a space after its #.',
  },
  'swallowed-item': {
    severity: 'error',
    title: 'The next item is read as part of a text',
    explanation:
      'A list item that stands further to the right than the one before it continues the text of that one.',
    example: `- say: Hello
    - say: How are you?`,
    mend: 'Let the dashes of one list stand below each other.',
  },
  'unclosed-quote': {
    severity: 'error',
    title: 'A quote is never closed',
    explanation: 'YAML would read on to the end of the file, and take all of it for one text.',
    example: '- say: "Hello there',
    mend: 'Close the quote at the end of the text. An apostrophe needs no quotes; in single quotes it is written twice.',
  },
  'tab-indent': {
    severity: 'error',
    title: 'A tab as indentation',
    explanation: 'YAML counts spaces to see what belongs to what. How wide a tab is depends on the editor.',
    example: '\t- say: Hello',
    mend: 'Indent with spaces; most editors can do that for you.',
  },
  'several-documents': {
    severity: 'error',
    title: 'Two documents in one file',
    explanation: 'A line --- begins a second document. A file of the flow language holds one.',
    example: `flow: guide
---
flow: pricing`,
    mend: 'Remove the line, or put what follows into a file of its own.',
  },
  'file-too-big': {
    severity: 'error',
    title: 'The file is too big',
    explanation:
      'A file may have up to 256 kB and 100,000 words: more than a person writes, and little enough to be read at once.',
    example: '# 300 kB of steps',
    mend: 'Split it into several flows; `go` and `run` lead from one to another.',
  },
  'too-deep': {
    severity: 'error',
    title: 'Nested too deep',
    explanation: 'More than 32 levels inside each other can be followed by nobody.',
    example: '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]',
    mend: 'Put the inner part into a flow of its own, and `run` it.',
  },
  'too-many-items': {
    severity: 'error',
    title: 'More than 1,000 items in one list',
    explanation: 'A list or a mapping may have up to 1,000 entries.',
    example: '- keyword: [one, two, …]',
    mend: 'Split the list; a keyword that `contains` a word stands for many whole ones.',
  },
  'empty-file': {
    severity: 'error',
    title: 'An empty file',
    explanation: 'A file with nothing in it, or only comments, is neither a flow nor anything else.',
    example: '# to do',
    mend: 'Write the flow, or remove the file.',
  },
  'bad-key': {
    severity: 'error',
    title: 'A key that is no word',
    explanation: 'What stands before a colon is a single word or a text, never a list or a mapping.',
    example: '[say, ask]: Hello',
    mend: 'Write one word before the colon. If the line is a text, put the whole of it in quotes.',
  },
  'duplicate-key': {
    severity: 'error',
    title: 'A key stands twice',
    explanation: 'Of two values under one key only one could count, and which one is not for us to guess.',
    example: `- say: Hello
  say: Goodbye`,
    mend: 'Remove one of the two, or make it a step of its own with a dash before it.',
  },
  'unreadable-file': {
    severity: 'error',
    title: 'The file cannot be read',
    explanation:
      'It is no regular file, its permissions forbid it, it leads out of the folder, or it lies too deep in it.',
    example: 'flows/a/b/c/d/e.yaml',
    mend: 'Put the file itself into the folder, where the server may read it.',
  },
} as const satisfies Readonly<Record<string, Finding>>;

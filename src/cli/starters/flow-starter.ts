import { titleFromName } from '../../flow/names.js';
import type { Files } from './write-files.js';
import { schemaLine } from './write-schemas.js';

/** A first flow of that name, and its tests: a keyword, a question with two answers, an outcome. */
export function flowStarter(name: string): Files {
  const keyword = name.replaceAll('_', ' ');
  return { [`${name}.yaml`]: flowFile(name, keyword), [`${name}.test.yaml`]: testFile(name, keyword) };
}

const flowFile = (name: string, keyword: string): string => `${schemaLine('flow')}
flow: ${name}
title: ${titleFromName(name)}

start:
  - keyword: ${keyword}

steps:
  - say: Hi {{contact.first_name or "there"}}! Nice that you ask about ${keyword}.
  - ask: Shall we tell you more?
    id: more
    save: more
    choices:
      - title: Tell me more
        also: [more, please]
      - title: Not now
        also: [later, nothing]
        then:
          - say: All right. Write ${keyword.toUpperCase()} whenever you like.
          - outcome: declined
          - end
    within: 20h
    otherwise: end

  - say: Here is what we know.
  - outcome: told
`;

const testFile = (name: string, keyword: string): string => `${schemaLine('test')}
flow: ${name}
tests:
  - name: tells more to those who want to know
    chat:
      - me: ${keyword}
      - bot: Nice that you ask
      - bot: tell you more
      - tap: Tell me more
      - bot: Here is what we know
    expect:
      outcome: told

  - name: takes no for an answer
    chat:
      - me: ${keyword}
      - bot: any
      - bot: any
      - me: not now
      - bot: All right
    expect:
      outcome: declined

  - name: leaves those in peace who do not answer
    chat:
      - me: ${keyword}
      - bot: any
      - bot: any
      - silence: 1d
    expect:
      outcome: none
      handoff: none
`;

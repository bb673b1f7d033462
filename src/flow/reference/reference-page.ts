import { conditionSubjects } from '../condition-syntax.js';
import { isSchema } from '../schema/json-schema.js';
import type { JsonSchema } from '../schema/json-schema.js';
import { schemaOf } from '../schema/published.js';
import type { FileKind } from '../schema/published.js';
import { answerKinds } from '../steps/answer-kinds.js';
import { stepKinds } from '../steps/step-kinds.js';
import { triggerKinds } from '../triggers/trigger-kinds.js';
import * as files from './file-examples.js';
import * as flows from './flow-examples.js';
import { exampleBlocks, fileBlock, keyList, linkTo, onOneLine, testOf } from './markdown.js';

/** Where the reference of everything that may stand in a file is kept in the project. */
export const referenceFile = 'docs/reference.md';

interface Section {
  readonly title: string;
  /** Paragraphs and blocks, in Markdown. */
  readonly parts: readonly string[];
  readonly sections?: readonly Section[];
}

/** The reference, in Markdown, from what each verb, trigger and file says of itself. */
export function referencePage(): string {
  const sections = [
    flowSection(),
    triggerSection(),
    stepSection(),
    answerSection(),
    conditionSection(),
    translationSection(),
    testSection(),
    faqSection(),
    workspaceSection(),
  ];
  return `${[
    '# Reference',
    `Everything that may stand in the files of a workspace, with an example of each. To learn it step by step begin with
[flows.md](flows.md); what \`check\` finds is explained in [findings.md](findings.md). Each example runs as it stands here,
in a folder with the \`workspace.yaml\` of the [last section](#workspaceyaml).`,
    contents(sections),
    ...sections.flatMap((section) => partsOf(section, '##')),
  ].join('\n\n')}\n`;
}

function contents(sections: readonly Section[]): string {
  return sections
    .map(({ title, sections: inner = [] }) => {
      const links = inner.map((one) => linkTo(one.title)).join(', ');
      return `- ${linkTo(title)}${links === '' ? '' : `: ${links}`}`;
    })
    .join('\n');
}

function partsOf({ title, parts, sections = [] }: Section, marks: string): readonly string[] {
  return [`${marks} ${title}`, ...parts, ...sections.flatMap((one) => partsOf(one, `${marks}#`))];
}

function flowSection(): Section {
  return {
    title: 'A flow file',
    parts: [
      `\`guide.yaml\` holds the flow \`guide\`. Texts may hold placeholders: \`{{contact.first_name or "there"}}\`,
\`{{answer.project}}\`, \`{{contact.<field>}}\`.`,
      keyList(schemaOf('flow')),
    ],
  };
}

function triggerSection(): Section {
  const [first] = triggerKinds;
  const own = first?.keys ?? [];
  const common = Object.keys(first?.schema.shape ?? {}).filter((key) => !own.includes(key));
  return {
    title: 'What starts a flow',
    parts: [
      `The items under \`start\`. Each may also have ${common.map((key) => `\`${key}\``).join(' and ')}:`,
      keyList(pick(definition('flow', `trigger_${first?.name ?? ''}`), common)),
      'Which flow a message starts, and why no other, says `npx heyword why "the message"`.',
    ],
    sections: triggerKinds.map(({ name, meaning, keys, example, chat }) => ({
      title: `start: ${name}`,
      parts: [onOneLine(meaning), keysLine(keys), ...exampleBlocks(example, testOf(example, chat))],
    })),
  };
}

function stepSection(): Section {
  return {
    title: 'Steps',
    parts: [
      'The items under `steps`, done from top to bottom. Each begins with a dash and its verb, and may have an `id`.',
    ],
    sections: stepKinds.map(({ verb, meaning, keys, example }) => ({
      title: verb,
      parts: [onOneLine(meaning), keysLine([...keys, 'id']), ...exampleBlocks(example)],
    })),
  };
}

function answerSection(): Section {
  const kinds = Object.entries(answerKinds).map(([kind, { meaning, options }]) => {
    const more = options.length === 0 ? '' : ` Takes ${options.map((one) => `\`${one}\``).join(', ')}.`;
    return `- \`${kind}\`: ${meaning}${more}`;
  });
  return {
    title: 'Kinds of answers',
    parts: [
      'What the `kind` of an `ask` may be. Without one, the `choices` are answers, or any words where there are none.',
      kinds.join('\n'),
      ...exampleBlocks(flows.answersExample, flows.answersExampleTests),
    ],
  };
}

function conditionSection(): Section {
  const subjects = Object.entries(conditionSubjects).map(
    ([subject, meaning]) => `- \`${subject}\`: ${meaning}`,
  );
  return {
    title: 'Conditions',
    parts: [
      'What stands under `if`: what is looked at, and what it must be. Several lines must all hold.',
      subjects.join('\n'),
      'Answers and fields may be tested by:',
      keyList(answerTests()),
      ...exampleBlocks(flows.conditionsExample, flows.conditionsExampleTests),
    ],
  };
}

function answerTests(): unknown {
  const patterns = definition('flow', 'condition')['patternProperties'];
  return isSchema(patterns)
    ? Object.entries(patterns).find(([key]) => key.startsWith('^answer'))?.[1]
    : undefined;
}

function translationSection(): Section {
  return {
    title: 'Languages',
    parts: [
      `\`languages\` in workspace.yaml says what is spoken, the first one where nothing else is known. A text is given by
language where it stands, \`{ en: …, de: … }\`, or in a file beside the flow: \`welcome.de.yaml\`.`,
      keyList(schemaOf('translation')),
      ...exampleBlocks(flows.translationExample),
      fileBlock('welcome.de.yaml', flows.translationExampleFile),
      fileBlock('welcome.test.yaml', flows.translationExampleTests),
    ],
  };
}

function testSection(): Section {
  const lines = Object.entries(definitions('test')).filter(([name]) => name.startsWith('chat_line_'));
  return {
    title: 'Test files',
    parts: [
      '`guide.test.yaml` holds chats with `guide` that must go as written; `npx heyword test` plays them.',
      keyList(schemaOf('test')),
      'A test:',
      keyList(definition('test', 'test')),
      'A line of its `chat`:',
      lines.map(([, schema]) => keyList(isSchema(schema) ? { ...schema, required: [] } : schema)).join('\n'),
      'What it may `expect` in the end:',
      keyList(definition('test', 'expectations')),
      ...exampleBlocks(files.testsExample, files.testsExampleTests),
    ],
  };
}

function faqSection(): Section {
  return {
    title: 'faq.yaml',
    parts: [
      `What people ask again and again. Asked in the middle of a flow, the flow's question comes back after the answer.`,
      keyList(schemaOf('faq')),
      'A question:',
      keyList(definition('faq', 'question')),
      fileBlock('faq.yaml', files.faqExample),
      fileBlock('faq.test.yaml', files.faqExampleTests),
    ],
  };
}

function workspaceSection(): Section {
  const parts = Object.entries(definitions('workspace')).filter(
    ([, schema]) => isSchema(schema) && 'properties' in schema,
  );
  return {
    title: 'workspace.yaml',
    parts: [
      'What all flows of a brand share.',
      keyList(schemaOf('workspace')),
      fileBlock('workspace.yaml', files.exampleWorkspace),
    ],
    sections: parts.map(([name, schema]) => ({
      title: `workspace: ${name}`,
      parts: [keyList(schema)],
    })),
  };
}

function keysLine(keys: readonly string[]): string {
  return `Keys: ${keys.map((key) => `\`${key}\``).join(', ')}.`;
}

function definitions(kind: FileKind): JsonSchema {
  const found = schemaOf(kind)['definitions'];
  return isSchema(found) ? found : {};
}

function definition(kind: FileKind, name: string): JsonSchema {
  const found = definitions(kind)[name];
  if (!isSchema(found)) throw new RangeError(`There is no schema of ${name}.`);
  return found;
}

function pick({ properties }: JsonSchema, keys: readonly string[]): JsonSchema {
  const all = isSchema(properties) ? properties : {};
  return { properties: Object.fromEntries(keys.map((key) => [key, all[key]])) };
}

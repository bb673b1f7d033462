import { z } from 'zod';
import type { FlowDefinition } from './definition.js';
import type { FlowNotes, ReadFlow } from './flow-source.js';
import { isName, titleFromName } from './names.js';
import { readStart } from './read-start.js';
import { readSteps } from './read-steps.js';
import { nearestWord } from './nearest-word.js';
import type { Report } from './report.js';
import { readShape } from './shape/read-shape.js';
import { mapping, name, oneOrMore, part, text } from './shape/values.js';
import type { Translation } from './translation/translation-file.js';
import type { Vocabulary } from './vocabulary.js';
import { entryAt, placeAt } from './yaml/source-node.js';
import type { SourceNode } from './yaml/source-node.js';

export const flowShape = mapping({
  flow: name.describe('The name of the flow: that of its file, without .yaml.'),
  title: text.describe('What the flow is called where people read of it.').optional(),
  on_edit: z
    .enum(['finish', 'migrate', 'restart'])
    .describe(
      `What becomes of open runs when the flow is edited: they finish as they began (usual), go on in the edited flow
where their step is still there, or begin anew with the next message.`,
    )
    .optional(),
  inputs: oneOrMore(name)
    .describe('What a flow that runs this one must give it, read here as answers.')
    .optional(),
  start: z
    .array(part('trigger'))
    .describe('What starts the flow. Without any it begins only where another flow leads to it.')
    .optional(),
  steps: z
    .array(part('step'))
    .min(1)
    .describe('What is done, from top to bottom: each item begins with a dash and one verb.'),
});

export interface FlowReading {
  readonly file: string;
  /** Of all flows. */
  readonly translations: readonly Translation[];
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

/** A flow file, with every mistake that shows in the file itself; null where it does not even say its name. */
export function readFlow(node: SourceNode, { translations, ...reading }: FlowReading): ReadFlow | null {
  const { file, report } = reading;
  const ownName = readName(node);
  const notes: FlowNotes = {
    ...reading,
    translations: translations.filter(({ flow }) => flow === ownName),
    usedTranslations: new Set(),
    speeches: [],
    mentions: [],
    stepPlaces: new Map(),
    ids: new Map(),
    starts: [],
    lostAnswers: new Set(),
    hasGaps: false,
  };
  const { value, isWhole } = readShape(flowShape, node, report);
  if (!isWhole || report.hasBrokenLine(file)) notes.hasGaps = true;
  const start = entryAt(node, 'start')?.value;
  const steps = entryAt(node, 'steps')?.value;
  const triggers = start === undefined ? [] : readStart(start, notes);
  const definitions = steps === undefined ? [] : readSteps(steps, '', notes);
  const flow = value?.flow ?? ownName;
  if (flow === null) return null;
  const place = placeAt(node, ['flow']);
  checkFileName(flow, file, place, report);
  const title = value?.title ?? titleFromName(flow);
  return {
    definition: {
      name: flow,
      title,
      ...settingsOf(value),
      start: triggers,
      steps: definitions,
    },
    notes,
    place,
    hasStart: hasStart(node),
  };
}

/** Also where it is misspelt: that is reported as a key which means nothing, and nothing else follows from it. */
function hasStart(node: SourceNode): boolean {
  const keys = node.kind === 'map' ? [...node.entries.keys()] : [];
  const known = Object.keys(flowShape.shape);
  return keys.some((key) => (known.includes(key) ? key : nearestWord(key, known)) === 'start');
}

/** What is as usual is left out, so that saying it is no new version. */
function settingsOf(written: z.output<typeof flowShape> | null): Pick<FlowDefinition, 'onEdit' | 'inputs'> {
  if (written === null) return {};
  const { on_edit: onEdit = 'finish', inputs } = written;
  return { ...(onEdit !== 'finish' && { onEdit }), ...(inputs && { inputs }) };
}

/** Known even where the rest is broken, so that flows which lead here are not told that there is none. */
function readName(node: SourceNode): string | null {
  const flow = entryAt(node, 'flow')?.value;
  return flow?.kind === 'scalar' && typeof flow.value === 'string' && isName(flow.value) ? flow.value : null;
}

/** A flow that is looked for by its name is looked for in the file of that name. */
function checkFileName(flow: string, file: string, place: ReadFlow['place'], report: Report): void {
  if (flowNameOf(file) === flow) return;
  const base = file.slice(file.lastIndexOf('/') + 1);
  report.warning(place, 'file-name', `The flow "${flow}" stands in a file called ${base}.`, {
    hint: `Call the file ${flow}.yaml.`,
  });
}

/** The flow that a file of this path is expected to hold. */
export function flowNameOf(file: string): string {
  const base = file.slice(file.lastIndexOf('/') + 1).replace(/\.yaml$/u, '');
  return base.replaceAll('-', '_');
}

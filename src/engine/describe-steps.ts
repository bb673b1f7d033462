import type { Flow, Template } from '../core/flow.js';
import { clipText } from '../core/split-text.js';
import { pickLanguage } from '../core/template.js';
import type { Workspace } from '../core/workspace.js';
import type { StepSummary } from './engine.js';

/** As much as tells one step from another. */
const mostWords = { size: 120, unit: 'characters' } as const;

/** The steps of a flow as it runs now, in the order of its file; null: there is no such flow. */
export function describeSteps(workspace: Workspace, name: string): readonly StepSummary[] | null {
  const flow = workspace.flows.get(name);
  if (flow === undefined) return null;
  return [...flow.steps.values()].map(({ path, verb }) => ({
    path,
    verb,
    says: wordsAt(flow, path, workspace.languages),
  }));
}

function wordsAt(flow: Flow, path: string, languages: readonly string[]): string | null {
  const template = flow.steps.get(path)?.question?.text ?? saidAt(flow, path);
  const words = template === null ? '' : plainWords(template, languages).replace(/\s+/gu, ' ').trim();
  return words === '' ? null : clipText(words, mostWords);
}

/** What a step says stands in its state's own actions. */
function saidAt({ machine }: Flow, path: string): Template | null {
  const actions = machine.states[path]?.entry ?? [];
  const say = actions.find((action) => typeof action === 'object' && action.type === 'say');
  return (say as { readonly params?: { readonly text?: Template } } | undefined)?.params?.text ?? null;
}

/** What is filled in for each contact stands there by its name. */
function plainWords(template: Template, languages: readonly string[]): string {
  return template
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('byLanguage' in part) return plainWords(pickLanguage(part.byLanguage, languages) ?? [], languages);
      return part.fallback === '' ? `{${part.name}}` : part.fallback;
    })
    .join('');
}

import * as contract from '../../../../contract/deeds.js';
import { ApiProblem } from '../../../api/api-problem.js';
import { ask } from '../../../api/ask.js';
import { useProblemWords } from '../../../api/use-problem-words.js';
import { say } from '../../../components/toast.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import type { Assignment, Resolution } from '../../conversation/deeds/deed-types.js';
import { doToEach } from '../state/do-to-each.js';
import type { QueueItem } from '../state/queue-item.js';

type Items = readonly QueueItem[];

/** What is done to rows, one or several at once. Each says what has become of them. */
export interface RowDeeds {
  readonly take: (items: Items) => void;
  readonly assignToMe: (items: Items) => void;
  readonly assign: (items: Items, assignment: Assignment) => void;
  readonly snooze: (items: Items, until: number) => void;
  readonly resolve: (items: Items, resolution: Resolution) => void;
}

/** `onDone`: the rows are not what they were. */
export function useRowDeeds(onDone: () => void): RowDeeds {
  const { done } = useWords().queue;
  const { user } = useMe();
  const doAll = useDoingAll(onDone);
  const assign = (items: Items, body: Assignment): void =>
    doAll(items, (params) => ask(contract.assign, { params, body }), done.assigned);
  return {
    take: (items) => doAll(items, (params) => ask(contract.take, { params, body: {} }), done.taken),
    assignToMe: (items) => assign(items, { to: user.id }),
    assign,
    snooze: (items, until) => {
      const body = { until: new Date(until).toISOString() };
      doAll(items, (params) => ask(contract.snooze, { params, body }), done.snoozed);
    },
    resolve: (items, body) =>
      doAll(items, (params) => ask(contract.resolve, { params, body }), done.resolved),
  };
}

type Act = (params: { readonly id: string }) => Promise<unknown>;

function useDoingAll(onDone: () => void): (items: Items, act: Act, words: (count: number) => string) => void {
  const { common, queue } = useWords();
  const problemWords = useProblemWords();
  const doAll = async (items: Items, act: Act, words: (count: number) => string): Promise<void> => {
    const failed = await doToEach(items, ({ conversation_id: id }) => act({ id }));
    const count = items.length - failed.length;
    if (count > 0) say({ kind: 'done', words: words(count) });
    const [first] = failed;
    if (first !== undefined) {
      const why = first.error instanceof ApiProblem ? problemWords(first.error) : common.couldNotDo;
      say({ kind: 'problem', words: queue.done.failed(failed.length), why });
    }
    onDone();
  };
  return (items, act, words) => {
    if (items.length > 0) void doAll(items, act, words);
  };
}

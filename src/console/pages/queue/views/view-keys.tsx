import { useLocation, useRoute } from 'wouter';
import { type QueueView, queueViews } from '../../../../contract/queue.js';
import { conversationIn } from '../../../app/addresses.js';
import { useCommand } from '../../../keyboard/commands.js';
import { useShortcut } from '../../../keyboard/use-shortcut.js';
import { useMay } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';
import { inboxAddress } from '../hooks/use-question.js';
import { usualQuestion } from '../state/queue-question.js';

const viewKeys: Readonly<Record<QueueView, string>> = {
  mine: 'g m',
  unassigned: 'g u',
  team: 'g t',
  late: 'g l',
  all: 'g a',
  snoozed: 'g z',
  resolved: 'g r',
};

/** Leads to the views of the queue from everywhere, by keyboard and palette. Shows nothing. */
export function ViewKeys() {
  const isEnabled = useMay('read_chats');
  return isEnabled && queueViews.map((view) => <ViewKey key={view} view={view} />);
}

function ViewKey({ view }: { readonly view: QueueView }) {
  const { shell, queue } = useWords();
  const [, navigate] = useLocation();
  const [, params] = useRoute('/inbox/*?');
  const label = queue.views.show(queue.views.names[view]);
  const keys = viewKeys[view];
  const area = shell.areas.go;
  const run = (): void => navigate(inboxAddress({ ...usualQuestion, view }, conversationIn(params?.['*'])));
  useShortcut(keys, run, label, { area });
  useCommand({ id: `view-${view}`, label, area, keys, run });
  return null;
}

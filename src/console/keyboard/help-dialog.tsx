import './help-dialog.css';
import { Dialog } from '../components/dialog.js';
import { Keys } from '../components/keys.js';
import { useWords } from '../words/use-words.js';
import { inAreas } from './in-areas.js';
import { shortcuts, type Shortcut } from './shortcuts.js';
import { useOffers } from './use-offers.js';

/** All that can be done by keyboard where the reader is at the moment. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { help, areas: names } = useWords().shell;
  const areas = inAreas(useOffers(shortcuts));
  const meant = new Map([
    [names.queue, help.inQueue],
    [names.conversation, help.inConversation],
  ]);
  return (
    <Dialog title={help.title} isOpen onClose={onClose} size="wide" isRead>
      <div className="keyboard-help">
        {areas.map(([area, items]) => (
          <section key={area}>
            <h3 className="keyboard-help-area">{area}</h3>
            {meant.has(area) && <p className="keyboard-help-meant">{meant.get(area)}</p>}
            <dl className="keyboard-help-list">
              {byLabel(items).map(({ label, keys }) => (
                <div key={label} className="keyboard-help-item">
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((each) => (
                      <Keys key={each} keys={each} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** One line for what several keys do alike. */
function byLabel(
  items: readonly Shortcut[],
): readonly { readonly label: string; readonly keys: readonly string[] }[] {
  const labels = [...new Set(items.map(({ label }) => label))];
  return labels.map((label) => ({
    label,
    keys: [...new Set(items.filter((item) => item.label === label).map(({ keys }) => keys))],
  }));
}

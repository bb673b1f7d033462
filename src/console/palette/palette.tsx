import './palette.css';
import { Search } from 'lucide-react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  TextField,
  useFilter,
} from 'react-aria-components';
import { Keys } from '../components/keys.js';
import { commands, type Command } from '../keyboard/commands.js';
import { inAreas } from '../keyboard/in-areas.js';
import { useOffers } from '../keyboard/use-offers.js';
import { useWords } from '../words/use-words.js';

interface PaletteProps {
  readonly onClose: () => void;
}

/** Everything that can be done here and now, found by its words. */
export function Palette({ onClose }: PaletteProps) {
  const { title } = useWords().shell.palette;
  return (
    <ModalOverlay
      className="ui-veil"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Modal className="ui-dialog palette">
        <Dialog aria-label={title} className="palette-inside">
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose }: PaletteProps) {
  const { title, placeholder, empty } = useWords().shell.palette;
  const { contains } = useFilter({ sensitivity: 'base' });
  const offers = useOffers(commands);
  const fits = (text: string, wanted: string): boolean =>
    wanted.split(/\s+/).every((word) => contains(text, word));
  const run = (key: unknown): void => {
    onClose();
    offers.findLast(({ id }) => id === key)?.run();
  };
  return (
    <Autocomplete filter={fits}>
      <TextField aria-label={title} className="palette-field" autoFocus>
        <Search aria-hidden />
        <Input className="palette-input" placeholder={placeholder} />
      </TextField>
      {/* It scrolls, and so it can have the focus: for those who move by pages. */}
      <div className="palette-scroll" tabIndex={0}>
        <Menu
          aria-label={title}
          className="palette-list"
          onAction={run}
          renderEmptyState={() => <p className="palette-empty">{empty}</p>}
        >
          {inAreas(latest(offers)).map(([area, items]) => (
            <MenuSection key={area} id={area} aria-label={area}>
              <Header className="ui-menu-title">{area}</Header>
              {items.map(({ id, label, keys }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={`${label} ${area}`}
                  className="ui-list-item palette-item"
                >
                  <span>{label}</span>
                  {keys !== undefined && <Keys keys={keys} />}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Autocomplete>
  );
}

/** Of several offers of the same, the last: where the page has moved on before the one before has left. */
function latest(offers: readonly Command[]): readonly Command[] {
  return offers.filter((offer) => offers.findLast(({ id }) => id === offer.id) === offer);
}

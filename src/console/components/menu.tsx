import './menu.css';
import './select.css';
import type { ReactElement, ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Text,
} from 'react-aria-components';
import { Keys } from './keys.js';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly description?: string;
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** It destroys something. */
  readonly isDanger?: boolean;
  /** It is what holds at the moment: a mark stands after it. */
  readonly isChosen?: boolean;
  readonly onAction: () => void;
}

export interface MenuPart {
  readonly id: string;
  readonly title?: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  /** Its name for screen readers. */
  readonly label: string;
  readonly parts: readonly MenuPart[];
  readonly placement?: PopoverProps['placement'];
  /** The button that opens it. */
  readonly children: ReactElement;
}

/** A button with a menu of what may be done, in parts. */
export function Menu({ label, parts, placement = 'bottom end', children }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className="ui-popover" offset={4} placement={placement}>
        <AriaMenu aria-label={label} className="ui-list ui-menu">
          {parts.map(({ id, title, items }) => (
            <MenuSection key={id} id={id} className="ui-menu-part" aria-label={title ?? label}>
              {title !== undefined && <Header className="ui-menu-title">{title}</Header>}
              {items.map((item) => (
                <Item key={item.id} item={item} />
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Item({ item }: { readonly item: MenuItem }) {
  const {
    id,
    label,
    icon,
    description,
    keys,
    isDisabled = false,
    isDanger = false,
    isChosen,
    onAction,
  } = item;
  return (
    <AriaMenuItem
      id={id}
      textValue={label}
      isDisabled={isDisabled}
      onAction={onAction}
      className={`ui-list-item ui-menu-item ${isDanger ? 'ui-menu-danger' : ''}`}
    >
      <span className="ui-menu-icon">{icon}</span>
      <Text slot="label" className="ui-menu-label">
        {label}
      </Text>
      {isChosen === true && <span className="ui-menu-mark" aria-hidden />}
      {keys !== undefined && <Keys keys={keys} />}
      {description !== undefined && (
        <Text slot="description" className="ui-list-description ui-menu-description">
          {description}
        </Text>
      )}
    </AriaMenuItem>
  );
}

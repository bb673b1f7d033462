import './field.css';
import './select.css';
import { ChevronDown } from 'lucide-react';
import {
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';

export interface Choice<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly description?: string;
}

interface SelectProps<T extends string> {
  readonly label: string;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
}

/** One of several, from a list that opens. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, choices, value, onChange, isLabelHidden = false, isDisabled = false } = props;
  const take = (key: unknown): void => {
    const chosen = choices.find(({ id }) => id === key);
    if (chosen !== undefined) onChange(chosen.id);
  };
  return (
    <AriaSelect className="ui-field" value={value} onChange={take} isDisabled={isDisabled}>
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-label'}>{label}</Label>
      <Button className="ui-input ui-select">
        <SelectValue className="ui-select-value" />
        <ChevronDown aria-hidden />
      </Button>
      <Popover className="ui-popover" offset={4}>
        <ListBox className="ui-list" items={choices}>
          {({ id, label: name, description }) => (
            <ListBoxItem id={id} textValue={name} className="ui-list-item">
              <Text slot="label">{name}</Text>
              {description !== undefined && (
                <Text slot="description" className="ui-list-description">
                  {description}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

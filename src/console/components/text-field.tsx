import './field.css';
import type { ReactNode, Ref } from 'react';
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> {
  readonly label: string;
  /** What else helps whoever fills it in. */
  readonly description?: ReactNode;
  /** What is wrong with it; shown in place of the description. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** More than one: a text of several lines. */
  readonly rows?: number;
  /** The label is there for screen readers only. */
  readonly isLabelHidden?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** A text that somebody writes, with its label above it. */
export function TextField({
  label,
  description,
  error,
  placeholder,
  rows = 1,
  isLabelHidden = false,
  inputRef,
  ...rest
}: TextFieldProps) {
  const shown = placeholder === undefined ? {} : { placeholder };
  return (
    <AriaTextField {...rest} isInvalid={error !== undefined} className="ui-field">
      <Label className={isLabelHidden ? 'visually-hidden' : 'ui-label'}>{label}</Label>
      {rows > 1 ? (
        <TextArea {...shown} rows={rows} className="ui-input" />
      ) : (
        <Input {...shown} className="ui-input" {...(inputRef !== undefined && { ref: inputRef })} />
      )}
      {description !== undefined && error === undefined && (
        <Text slot="description" className="ui-description">
          {description}
        </Text>
      )}
      <FieldError className="ui-error">{error}</FieldError>
    </AriaTextField>
  );
}

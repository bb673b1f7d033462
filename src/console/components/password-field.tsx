import './password-field.css';
import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../words/use-words.js';
import { IconButton } from './button.js';
import { TextField, type TextFieldProps } from './text-field.js';

/** A password, which its writer may look at. */
export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { showPassword, hidePassword } = useWords().signingIn;
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="ui-password">
      <TextField {...props} type={isShown ? 'text' : 'password'} />
      <IconButton
        label={isShown ? hidePassword : showPassword}
        className="ui-password-eye"
        onPress={() => setIsShown(!isShown)}
      >
        {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </IconButton>
    </div>
  );
}

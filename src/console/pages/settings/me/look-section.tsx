import './look-section.css';
import { Monitor, Moon, Sun } from 'lucide-react';
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components';
import { chooseTheme, themes, useTheme } from '../../../theme/theme-choice.js';
import { useWords } from '../../../words/use-words.js';
import { Section } from '../section.js';

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

/** The colours of the pages, on this device. */
export function LookSection() {
  const { settings, shell } = useWords();
  const take = (value: string): void => {
    const theme = themes.find((one) => one === value);
    if (theme !== undefined) chooseTheme(theme);
  };
  return (
    <Section title={settings.me.look}>
      <RadioGroup className="ui-field" value={useTheme()} onChange={take} orientation="horizontal">
        <Label className="ui-label">{shell.theme.label}</Label>
        <div className="look-choices">
          {themes.map((theme) => {
            const Icon = icons[theme];
            return (
              <RadioField key={theme} value={theme}>
                <RadioButton className="look-choice">
                  <Icon aria-hidden />
                  {shell.theme[theme]}
                </RadioButton>
              </RadioField>
            );
          })}
        </div>
      </RadioGroup>
    </Section>
  );
}

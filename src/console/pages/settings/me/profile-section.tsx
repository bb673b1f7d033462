import { useState } from 'react';
import { changeMe } from '../../../../contract/identity.js';
import { useDeed } from '../../../api/use-deed.js';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { Select } from '../../../components/select.js';
import { TextField } from '../../../components/text-field.js';
import { useKeepMe } from '../../../session/use-keep-me.js';
import { useMe } from '../../../session/use-me.js';
import { useWording, useWords } from '../../../words/use-words.js';
import { languages } from '../../../words/words.js';
import { Section } from '../section.js';
import { useSayings } from '../use-sayings.js';

const ofBrowser = 'browser';

/** How others read one's name, and how one reads the pages. */
export function ProfileSection() {
  const { settings, shell, common, signingIn } = useWords();
  const { language, choose } = useWording();
  const me = useMe();
  const [name, setName] = useState(me.user.name);
  const [spoken, setSpoken] = useState(language);
  const [zone, setZone] = useState(me.time_zone ?? ofBrowser);
  const keep = useKeepMe();
  const { saved, refused } = useSayings();
  const { mutate, isPending } = useDeed(changeMe, {
    onDone: (changed) => {
      keep(changed);
      choose(spoken);
      saved();
    },
    onProblem: refused,
  });
  const submit = (): void => {
    if (name.trim() === '') return;
    mutate({ body: { name, language: spoken, time_zone: zone === ofBrowser ? null : zone } });
  };
  const words = settings.me;
  return (
    <Section title={words.profile}>
      <Form className="settings-form" onSubmit={submit}>
        <TextField
          label={words.name}
          description={words.nameDescription}
          value={name}
          onChange={setName}
          maxLength={100}
          error={name.trim() === '' ? signingIn.needed : undefined}
        />
        <Select
          label={words.language}
          choices={languages.map((id) => ({ id, label: shell.language[id] }))}
          value={spoken}
          onChange={setSpoken}
        />
        <Select label={words.timeZone} choices={useZones()} value={zone} onChange={setZone} />
        <div className="settings-deeds">
          <Button type="submit" kind="main" isPending={isPending}>
            {common.save}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function useZones(): readonly { readonly id: string; readonly label: string }[] {
  const { zoneOfBrowser } = useWords().settings.me;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const all = Intl.supportedValuesOf('timeZone').map((id) => ({ id, label: id.replaceAll('_', ' ') }));
  return [{ id: ofBrowser, label: zoneOfBrowser(here) }, ...all];
}

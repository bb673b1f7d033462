import './placement-fields.css';
import { CheckboxGroup, Label } from 'react-aria-components';
import { mayManage, type Role, roles } from '../../../../contract/roles.js';
import { Checkbox } from '../../../components/checkbox.js';
import { Select } from '../../../components/select.js';
import { TextField } from '../../../components/text-field.js';
import { useMe } from '../../../session/use-me.js';
import { useWords } from '../../../words/use-words.js';

/** What somebody may do, and where. */
export interface Placement {
  readonly role: Role;
  /** Null: all of them. */
  readonly workspaces: readonly string[] | null;
  /** `workspace/team`. */
  readonly teams: readonly string[];
  /** As it is typed. */
  readonly capacity: string;
}

interface PlacementFieldsProps {
  readonly placement: Placement;
  readonly onChange: (placement: Placement) => void;
}

/** Asks what somebody may do, and where they work. Nobody gives more than they have. */
export function PlacementFields({ placement, onChange }: PlacementFieldsProps) {
  const { settings, common } = useWords();
  const words = settings.people;
  const me = useMe();
  const givable = roles.filter((role) => mayManage(me.user.role, role));
  const teams = me.workspaces.flatMap(({ name, brand, teams: own }) =>
    own.map((team) => ({
      id: `${name}/${team.name}`,
      label: me.workspaces.length > 1 ? `${brand}: ${team.title}` : team.title,
    })),
  );
  return (
    <>
      <Select
        label={words.role}
        choices={givable.map((id) => ({ id, label: common.roles[id], description: words.roleWhy[id] }))}
        value={placement.role}
        onChange={(role) => onChange({ ...placement, role })}
      />
      {me.workspaces.length > 1 && <WorkspaceBoxes placement={placement} onChange={onChange} />}
      {teams.length > 0 && (
        <Boxes
          label={words.teams}
          choices={teams}
          chosen={placement.teams}
          onChange={(chosen) => onChange({ ...placement, teams: chosen })}
        />
      )}
      <TextField
        label={words.capacity}
        description={words.capacityDescription}
        inputMode="numeric"
        value={placement.capacity}
        onChange={(capacity) => onChange({ ...placement, capacity: capacity.replace(/\D/g, '').slice(0, 3) })}
      />
    </>
  );
}

function WorkspaceBoxes({ placement, onChange }: PlacementFieldsProps) {
  const words = useWords().settings.people;
  const { user, workspaces } = useMe();
  const all = workspaces.map(({ name }) => name);
  return (
    <>
      {user.workspaces === null && (
        <Checkbox
          isSelected={placement.workspaces === null}
          onChange={(isAll) => onChange({ ...placement, workspaces: isAll ? null : all })}
        >
          {words.allWorkspaces}
        </Checkbox>
      )}
      {placement.workspaces !== null && (
        <Boxes
          label={words.workspaces}
          choices={workspaces.map(({ name, brand }) => ({ id: name, label: brand }))}
          chosen={placement.workspaces}
          onChange={(chosen) => onChange({ ...placement, workspaces: chosen })}
        />
      )}
    </>
  );
}

interface BoxesProps {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

function Boxes({ label, choices, chosen, onChange }: BoxesProps) {
  return (
    <CheckboxGroup className="ui-field" value={[...chosen]} onChange={onChange}>
      <Label className="ui-label">{label}</Label>
      <div className="placement-boxes">
        {choices.map(({ id, label: name }) => (
          <Checkbox key={id} value={id}>
            {name}
          </Checkbox>
        ))}
      </div>
    </CheckboxGroup>
  );
}

import { LockKeyhole } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Permission } from '../../../contract/roles.js';
import { EmptyState } from '../../components/empty-state.js';
import { useMay, useMe } from '../../session/use-me.js';
import { useWords } from '../../words/use-words.js';

interface OnlyForProps {
  readonly permission: Permission;
  readonly children: ReactNode;
}

/** Shows its children to those who may see them, and tells the others why not. */
export function OnlyFor({ permission, children }: OnlyForProps) {
  const { shell, common } = useWords();
  const { role } = useMe().user;
  if (useMay(permission)) return children;
  return (
    <EmptyState icon={<LockKeyhole aria-hidden />} title={shell.notAllowed.title}>
      <p>{shell.notAllowed.why(common.roles[role])}</p>
    </EmptyState>
  );
}

import { assembleWorkspace, compileFlowsPiecewise, type CompiledFlow } from '../flow/assemble.js';
import type { Digest } from '../flow/compile/versions.js';
import type { Issue } from '../flow/issue.js';
import type { AccountDefinition, WorkspaceDefinition } from '../flow/workspace-definition.js';
import { secretNamesIn } from '../flow/workspace/lookups.js';
import type { ReadResult, WorkspaceFiles } from '../flow/read-flow-files.js';
import type { Store } from '../store/store.js';
import { inTurns, type Turn } from './in-turns.js';
import { toStored, type PinnedFlows } from './pinned-flows.js';
import type { ConnectedAccount, ServedSet, UnaskableLookup } from './workspaces.js';

export interface LoadParts {
  readonly store: Pick<Store, 'saveFlows'>;
  readonly pinned: PinnedFlows;
  readonly digest: Digest;
  readonly turn: Turn;
  /** Value of an environment variable that a workspace names; undefined: not set. */
  readonly secret: (name: string) => string | undefined;
}

export type Loading =
  | { readonly ok: true; readonly served: ServedSet }
  /** The author's mistakes, or secrets of accounts that the environment does not have. */
  | { readonly ok: false; readonly issues: readonly Issue[]; readonly missingSecrets: readonly string[] };

/**
 * Makes checked files ready to serve: compiled, their versions on disk before any run can be pinned to them. All or
 * nothing: a set with one mistake is not served (P8).
 */
export async function loadFlows(parts: LoadParts, read: ReadResult): Promise<Loading> {
  const issues = read.issues.filter((issue) => issue.severity === 'error');
  const missingSecrets = missingFrom(parts, read.workspaces);
  if (issues.length > 0 || missingSecrets.length > 0) return { ok: false, issues, missingSecrets };
  const compiled: { readonly files: WorkspaceFiles; readonly flows: readonly CompiledFlow[] }[] = [];
  for (const files of read.workspaces)
    compiled.push({
      files,
      flows: await inTurns(compileFlowsPiecewise(files.flows, parts.digest), parts.turn),
    });
  await parts.store.saveFlows(compiled.flatMap(({ files, flows }) => toStored(files.definition.name, flows)));
  for (const { files, flows } of compiled) parts.pinned.add(files.definition.name, flows);
  return {
    ok: true,
    served: {
      workspaces: new Map(
        compiled.map(({ files, flows }) => [files.definition.name, assemble(parts, files, flows)]),
      ),
      accounts: read.workspaces.flatMap(({ definition }) => connect(parts, definition)),
      unaskableLookups: read.workspaces.flatMap(({ definition }) => unaskableOf(parts, definition)),
    },
  };
}

function assemble(parts: LoadParts, { definition }: WorkspaceFiles, flows: readonly CompiledFlow[]) {
  return assembleWorkspace(definition, flows, (name, version) =>
    parts.pinned.find(definition.name, name, version),
  );
}

function missingFrom(parts: LoadParts, workspaces: readonly WorkspaceFiles[]): readonly string[] {
  const names = workspaces.flatMap(({ definition: { accounts } }) => accounts.flatMap(secretNames));
  return [...new Set(names)].filter((name) => !parts.secret(name));
}

/** A look-up without its secret stops nothing else: every flow says what it does where one fails. */
function unaskableOf(
  parts: LoadParts,
  { name: workspace, lookups }: WorkspaceDefinition,
): readonly UnaskableLookup[] {
  return lookups.flatMap((lookup) => {
    const missing = [...new Set(secretNamesIn(lookup))].filter((secret) => !parts.secret(secret));
    return missing.length === 0 ? [] : [{ workspace, lookup: lookup.name, missing }];
  });
}

function secretNames(account: AccountDefinition): readonly string[] {
  const { token, secrets, refreshToken, clientId, clientSecret } = account;
  const ofX = [refreshToken, clientId, clientSecret].filter((name) => name !== undefined);
  return [token, ...secrets, ...ofX];
}

/** A workspace without accounts is tried out on the simulator, which needs no token. */
function connect(
  parts: LoadParts,
  { name: workspace, accounts }: WorkspaceDefinition,
): readonly ConnectedAccount[] {
  if (accounts.length === 0)
    return [{ workspace, channel: 'simulator', name: 'simulator', id: 'simulator', token: '', secrets: [] }];
  return accounts.map((account) => ({
    workspace,
    ...{ channel: account.channel, name: account.name, id: account.id },
    ...(account.page === undefined ? {} : { page: account.page }),
    ...(account.business === undefined ? {} : { business: account.business }),
    ...credentialsOfX(parts, account),
    token: parts.secret(account.token) ?? '',
    secrets: account.secrets.map((secret) => parts.secret(secret) ?? '').filter(Boolean),
  }));
}

/** By which its tokens are renewed. */
function credentialsOfX(
  { secret }: LoadParts,
  { refreshToken, clientId, clientSecret }: AccountDefinition,
): Pick<ConnectedAccount, 'refreshToken' | 'client'> {
  const valueOf = (name: string | undefined) => (name === undefined ? undefined : secret(name));
  const [first, id, password] = [valueOf(refreshToken), valueOf(clientId), valueOf(clientSecret)];
  return {
    ...(first === undefined ? {} : { refreshToken: first }),
    ...(id === undefined ? {} : { client: { id, ...(password === undefined ? {} : { secret: password }) } }),
  };
}

import type { AccountAccess, ExpectedSetup, ExpectedTemplate } from '../../../channels/channel.js';
import type { Webhook } from '../../../channels/webhook.js';
import type { Environment } from '../../../config.js';
import type { AccountDefinition, WorkspaceDefinition } from '../../../flow/workspace-definition.js';
import type { LoadedWorkspace } from '../../read-folder.js';

/** An account of workspace.yaml, with what it needs from the environment. */
export interface ConfiguredAccount {
  readonly workspace: string;
  readonly definition: AccountDefinition;
  readonly access: AccountAccess;
  /** By which its platform proves what it delivers; the first is the present one. */
  readonly secrets: readonly string[];
  /** Names of environment variables that it names and that are not set. */
  readonly missing: readonly string[];
}

/** Every account of the workspaces, in file order. */
export function readConfiguredAccounts(
  workspaces: readonly LoadedWorkspace[],
  environment: Environment,
): readonly ConfiguredAccount[] {
  return workspaces.flatMap(({ files }) =>
    files.definition.accounts.map((definition) => configure(files.name, definition, environment)),
  );
}

function configure(
  workspace: string,
  definition: AccountDefinition,
  environment: Environment,
): ConfiguredAccount {
  const { id: accountId, token, secrets, page, business } = definition;
  const valueOf = (name: string): string => (Object.hasOwn(environment, name) && environment[name]) || '';
  return {
    workspace,
    definition,
    access: {
      accountId,
      token: valueOf(token),
      ...(page === undefined ? {} : { page }),
      ...(business === undefined ? {} : { business }),
    },
    secrets: secrets.map(valueOf).filter((value) => value !== ''),
    missing: secretNamesOf(definition).filter((name) => valueOf(name) === ''),
  };
}

function secretNamesOf(definition: AccountDefinition): readonly string[] {
  const { token, secrets, refreshToken, clientId, clientSecret } = definition;
  return [token, ...secrets, refreshToken, clientId, clientSecret].filter((name) => name !== undefined);
}

interface Surroundings {
  readonly webhook: Webhook;
  readonly publicUrl: string;
  readonly verifyToken: string;
  readonly workspace: LoadedWorkspace;
  readonly now: number;
}

/** How an account is meant to be set up on its platform. */
export function expectSetup(
  { definition, secrets }: ConfiguredAccount,
  { webhook, publicUrl, verifyToken, workspace, now }: Surroundings,
): ExpectedSetup {
  const { buttons } = workspace.workspace.triggers;
  const inPlace = (wanted: (typeof buttons)[number]['place']) =>
    buttons.filter(({ place }) => place === wanted).map(({ title, payload }) => ({ title, payload }));
  return {
    webhookUrl: webhookUrl(webhook, publicUrl, definition.name),
    webhookSecret: webhook.isPerAccount ? (secrets[0] ?? '') : verifyToken,
    templates: templatesOf(workspace.files.definition),
    menu: inPlace('menu'),
    iceBreakers: inPlace('ice_breaker'),
    now,
  };
}

/** Each text of each template: the platform approves them one by one. */
function templatesOf({ templates = [] }: WorkspaceDefinition): readonly ExpectedTemplate[] {
  return templates.flatMap(({ platformName: name, category, texts }) =>
    Object.values(texts).map(({ language, body }) => ({ name, language, category, body })),
  );
}

function webhookUrl({ name, isPerAccount }: Webhook, publicUrl: string, account: string): string {
  return `${publicUrl}/webhooks/${name}${isPerAccount ? `/${encodeURIComponent(account)}` : ''}`;
}

import { answerFindings } from './answers.js';
import { faqFindings } from './faq.js';
import type { Finding } from './finding.js';
import { flowFindings } from './flows.js';
import { outsideFindings } from './outside.js';
import { shapeFindings } from './shape.js';
import { sayingFindings } from './saying.js';
import { stepFindings } from './steps.js';
import { templateFindings } from './templates.js';
import { testFindings } from './tests.js';
import { triggerFindings } from './triggers.js';
import { workspaceFindings } from './workspace.js';
import { yamlFindings } from './yaml.js';
import { translationFindings } from './translations.js';

/** Everything that `check` can find, by its code. A code that has no entry here cannot be reported: it does not compile. */
const catalogue = {
  ...yamlFindings,
  ...shapeFindings,
  ...stepFindings,
  ...sayingFindings,
  ...answerFindings,
  ...flowFindings,
  ...triggerFindings,
  ...translationFindings,
  ...workspaceFindings,
  ...templateFindings,
  ...faqFindings,
  ...outsideFindings,
  ...testFindings,
} as const;

type Catalogue = typeof catalogue;

export type FindingCode = keyof Catalogue;

type CodeOf<Severity extends Finding['severity']> = {
  [Code in FindingCode]: Catalogue[Code]['severity'] extends Severity ? Code : never;
}[FindingCode];

export type ErrorCode = CodeOf<'error'>;
export type WarningCode = CodeOf<'warning'>;

/** What a flow can name of its workspace, such as `link`: whatever an `unknown-…` error is catalogued for. */
export type NameableThing = ErrorCode extends infer Code
  ? Code extends `unknown-${infer Thing}`
    ? Thing
    : never
  : never;

export const findings: Readonly<Record<FindingCode, Finding>> = catalogue;

/** In the order of the catalogue. */
export const findingCodes = Object.keys(findings) as readonly FindingCode[];

export function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(findings, code);
}

export function isErrorCode(code: string): code is ErrorCode {
  return isFindingCode(code) && findings[code].severity === 'error';
}

import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findingCodes, findings } from '../../flow/findings/catalogue.js';
import { pageOf } from '../../flow/findings/findings-page.js';
import type { Issue } from '../../flow/issue.js';

/**
 * Issues as a SARIF 2.1.0 log, which code hosts and editors show beside the lines.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function issuesAsSarif(issues: readonly Issue[], folder: string): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Heyword', rules: findingCodes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: issues.map((issue) => resultOf(issue, folder)),
      },
    ],
  };
  return JSON.stringify(log, null, 2);
}

function ruleOf(code: Issue['code']) {
  const { severity, title, explanation, example, mend } = findings[code];
  return {
    id: code,
    shortDescription: { text: `${title}.` },
    fullDescription: { text: explanation },
    help: {
      text: `${mend}\n\n${example}`,
      markdown: `${mend}\n\n\`\`\`yaml\n${example}\n\`\`\``,
    },
    defaultConfiguration: { level: severity },
    properties: { page: pageOf(code) },
  };
}

function resultOf({ code, severity, message, hint, file, line, column }: Issue, folder: string) {
  return {
    ruleId: code,
    ruleIndex: findingCodes.indexOf(code),
    level: severity,
    message: { text: hint === null ? message : `${message} ${hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(`${folder}/${file}`) },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  };
}

/** Relative to where the command was called, as code hosts expect it. */
function uriOf(path: string): string {
  return isAbsolute(path) ? pathToFileURL(path).href : encodeURI(path.replaceAll('\\', '/'));
}

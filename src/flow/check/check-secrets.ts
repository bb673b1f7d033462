import type { Report } from '../report.js';
import { findSecrets, secretRule } from '../secret-text.js';
import { locateIn } from '../yaml/source-file.js';
import type { SourceFile } from '../yaml/source-file.js';

/** Secrets in the clear, comments included: what stands in a file is soon in a repository. */
export function checkSecrets(file: SourceFile, report: Report): void {
  const offsets = findSecrets(file.text);
  if (offsets.length === 0) return;
  const locate = locateIn(file);
  const { code, message, hint } = secretRule;
  for (const offset of offsets) report.error(locate(offset), code, message, { hint });
}

import type { Place } from '../issue.js';
import type { Report } from '../report.js';
import { findSecrets, secretRule } from '../secret-text.js';
import { locateIn } from '../yaml/source-file.js';
import type { SourceFile } from '../yaml/source-file.js';

/**
 * Secrets in the clear, comments included: what stands in a file is soon in a repository.
 *
 * @param known Where values begin that look like secrets, and are meant to be given away.
 */
export function checkSecrets(
  file: SourceFile,
  report: Report,
  known: () => readonly Place[] = () => [],
): void {
  const offsets = findSecrets(file.text);
  if (offsets.length === 0) return;
  const locate = locateIn(file);
  const { code, message, hint } = secretRule;
  const knownPlaces = known();
  for (const offset of offsets) {
    const place = locate(offset);
    if (!knownPlaces.some((one) => beginsAt(place, one))) report.error(place, code, message, { hint });
  }
}

/** A quote may stand before it. */
function beginsAt(found: Place, { line, column }: Place): boolean {
  return found.line === line && (found.column === column || found.column === column + 1);
}

import { fileKinds, schemaFileName, schemaText } from './schema/published.js';
import { referenceFile, referencePage } from './reference/reference-page.js';
import { findingsFile, findingsPage } from './findings/findings-page.js';

/** What the project keeps on disk for readers and is made from the source: path → text. `npm run generate` writes it. */
export function generatedFiles(): ReadonlyMap<string, string> {
  return new Map([
    [findingsFile, findingsPage()],
    [referenceFile, referencePage()],
    ...fileKinds.map((kind) => [`docs/schema/${schemaFileName(kind)}`, schemaText(kind)] as const),
  ]);
}

import { config } from 'zod';

/**
 * Zod would build its readers with `new Function`, which the content policy forbids and browsers report even where it is
 * only tried. Imported before anything that makes a schema: by the first page, and by whatever asks the server, so that it
 * comes in the same file as the schemas and runs before them.
 */
config({ jitless: true });

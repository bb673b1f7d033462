import { config } from 'zod';

/**
 * Zod would build its readers with `new Function`, which the content policy forbids and browsers report even where it is
 * only tried. Imported before anything that makes a schema.
 */
config({ jitless: true });

import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';
import { spokenLanguages } from './spoken-languages.js';
import { withoutJsonSchemas } from './without-json-schemas.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * What every page needs comes in two files: libraries, which seldom change, and what is our own with all that it stands on.
 * Else it would come in forty, one for each set of pages that share something, and they compress worse by a tenth.
 */
const loadedFirst = [
  { name: 'libraries', test: /node_modules\/(?:react|react-dom|scheduler|zod|@tanstack)\//, priority: 2 },
  { name: 'pages', test: /\/console\/app\/app\.tsx$/, priority: 1 },
];

export default defineConfig({
  root: here('.'),
  base: '/console/',
  plugins: [react(), spokenLanguages(), withoutJsonSchemas(), precompress()],
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    manifest: true,
    // The server's content policy allows files of our own origin; nothing is to be inlined into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: loadedFirst } } },
    chunkSizeWarningLimit: 600,
  },
});

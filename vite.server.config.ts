import { defineConfig } from 'vite';
import { shapeLiterals } from './scripts/shape-literals.js';

/** With native code, or files of their own, which a bundle would not have; and PostgreSQL's, which many servers never load. */
const leftWhereTheyAre = ['better-sqlite3', '@node-rs/argon2', 'graphile-worker', 'pg'];

/**
 * The server and the command, each in one file with what both stand on beside them, packages too: two thousand modules take
 * twice as long to find and to load.
 */
export default defineConfig({
  publicDir: false,
  plugins: [shapeLiterals()],
  ssr: { noExternal: true, external: leftWhereTheyAre },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist',
    // The pages are in there, too.
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', 'cli/main': 'src/cli/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
    },
  },
});

import { defineConfig } from 'vite';

/**
 * The server and the command, each in one file with what both stand on beside them: a thousand modules take half a second
 * longer to find and to load. Packages stay where npm puts them.
 */
export default defineConfig({
  publicDir: false,
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

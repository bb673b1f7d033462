import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';
import { spokenLanguages } from './spoken-languages.js';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: '/console/',
  plugins: [react(), spokenLanguages(), precompress()],
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    manifest: true,
    // The server's content policy allows files of our own origin; nothing is to be inlined into the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});

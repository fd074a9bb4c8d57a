import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig } from 'vite';
import app from '../../../vite.config.ts';

// The app's own settings and headers, around a page that only hands modules to tests.
export default mergeConfig(
  app,
  defineConfig({
    root: fileURLToPath(new URL('.', import.meta.url)),
    publicDir: false,
    build: { outDir: '../../../dist-harness', emptyOutDir: true },
  }),
);

import { defineConfig } from 'vite';
import { developmentHeaders, productionHeaders } from './headers.ts';

export default defineConfig({
  appType: 'mpa',
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  worker: { format: 'es' },
  server: { headers: developmentHeaders },
  preview: { headers: productionHeaders },
});

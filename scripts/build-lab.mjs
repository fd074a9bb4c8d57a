// Writes dist-lab/taste-adapter.mjs: one module that needs nothing beside it, for Node 20.
import { build } from 'vite';

await build({
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: 'scripts/taste-adapter.ts',
    outDir: 'dist-lab',
    target: 'node20',
    copyPublicDir: false,
    manifest: false,
    minify: false,
    rolldownOptions: { output: { entryFileNames: '[name].mjs', codeSplitting: false } },
  },
});

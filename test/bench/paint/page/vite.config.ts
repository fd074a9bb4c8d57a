import { defineConfig } from 'vite';
import { kernel } from '../../../../scripts/kernel.ts';

// No policy and no isolation: the peers ask for neither, and without isolation they keep to one thread.
export default defineConfig({
  plugins: [kernel()],
  worker: { format: 'es', plugins: () => [kernel()] },
  build: { target: 'es2023', assetsInlineLimit: 0 },
});

import { defineConfig } from 'vite';
import { kernel } from '../../../scripts/kernel.ts';

// No policy and no isolation: TensorFlow.js asks for neither, and without isolation it keeps to one thread.
export default defineConfig({
  plugins: [kernel()],
  build: { target: 'es2023', assetsInlineLimit: 0 },
});

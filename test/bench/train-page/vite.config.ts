import { defineConfig } from 'vite';

// No policy and no isolation: TensorFlow.js asks for neither, and without isolation it keeps to one thread.
export default defineConfig({
  build: { target: 'es2023', assetsInlineLimit: 0 },
});

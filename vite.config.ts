import { defineConfig } from 'vite';
import { developmentHeaders, productionHeaders } from './headers.ts';
import { tweakpane } from './scripts/adapt-tweakpane.ts';
import { kernel } from './scripts/kernel.ts';
import { notices } from './scripts/notices.ts';
import { preloadDrawing } from './scripts/preload-drawing.ts';

export default defineConfig({
  appType: 'mpa',
  plugins: [kernel(), notices(), tweakpane(), preloadDrawing()],
  build: {
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox128', 'safari18'], // the first with light-dark() and relative colors
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What comes late comes while the page is idle, and finds its imports itself: to name them all here would weigh two kilobytes.
      resolveDependencies: (_, files, { hostType }) =>
        hostType === 'html' ? files : files.filter((file) => file.endsWith('.css')),
    },
    manifest: true,
  },
  worker: { format: 'es', plugins: () => [kernel()] },
  // Else every page below is searched, and what the benches' pages need is not installed here.
  optimizeDeps: { entries: ['index.html'] },
  server: { headers: developmentHeaders },
  preview: { headers: productionHeaders },
});

// Modules of core and platform for tests that need them inside a real page, under the production headers. In a test:
//   await page.evaluate(async () => { const { paintRegion } = await window.palate.paintRegion(); ... })
// To add one, add a line.
const modules = {
  storage: () => import('./storage.ts'),
  fillGallery: () => import('./fill-gallery.ts'),
  fill: () => import('./fill.ts'),
  elementary: () => import('#core/math/elementary.ts'),
  pool: () => import('#platform/workers/pool.ts'),
  createWorker: () => import('#platform/workers/create-worker.ts'),
  renderer: () => import('#platform/render/create-renderer.ts'),
  sketches: () => import('./sketches.ts'),
  exportVideo: () => import('#platform/export/export-video.ts'),
  trustedTypes: () => import('#platform/trusted-types.ts'),
  faultyWorkers: () => import('./faulty-workers.ts'),
  paintAll: () => import('./paint-all.ts'),
  gpu: () => import('./gpu.ts'),
};

export type Harness = typeof modules;

declare global {
  interface Window {
    palate: Harness;
  }
}

window.palate = modules;

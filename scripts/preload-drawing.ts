import type { Plugin } from 'vite';

/** What draws the app is imported while the store opens: the built page names its files, so that they are fetched with the first. */
export function preloadDrawing(): Plugin {
  return {
    name: 'preload-drawing',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const drawing = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/ui/mount.tsx'));
        const known = new Set([chunk?.fileName, ...(chunk?.imports ?? [])]);
        return [drawing?.fileName, ...(drawing?.imports ?? [])].flatMap((file) =>
          file === undefined || known.has(file)
            ? []
            : [
                {
                  tag: 'link',
                  attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
                  injectTo: 'head' as const,
                },
              ],
        );
      },
    },
  };
}

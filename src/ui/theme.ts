import { theme } from './settings.ts';

export type Theme = (typeof theme.options)[number];

const wallColors = { dark: '#100f0d', light: '#f3f1ec' } as const;

/** Shows a theme and remembers it; public/theme.js does the same before the first paint of the next visit. */
export function chooseTheme(next: Theme): void {
  theme.choose(next);
  if (next === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    const own = meta.media.includes('dark') ? 'dark' : 'light';
    meta.content = wallColors[next === 'system' ? own : next];
  }
}

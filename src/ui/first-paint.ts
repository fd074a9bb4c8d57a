// The fifteen gradients that stand in the HTML until the first wall is known. A returning person's are those of the last wall.
import type { ShownWall } from '#studio/studio.ts';
import { gradientOf } from './pictures/gradient.ts';
import { recall, remember } from './remembered.ts';

const name = 'last-wall';

export function rememberWall({ tiles }: ShownWall): void {
  remember(name, JSON.stringify(tiles.map(({ artwork }) => gradientOf(artwork.genome))));
}

/** Before the store has answered: gives the stops in the HTML the colors of the last wall; elsewhere than Explore, clears them. */
export function colorFirstPaint(): void {
  if (!['', '#/', '#/explore'].includes(location.hash)) {
    for (const part of document.querySelectorAll('.first-paint .explore, .first-paint .bench')) part.remove();
    return;
  }
  const colors = parseColors(recall(name));
  document.querySelectorAll('.first-paint linearGradient').forEach((gradient, index) => {
    const [from, to] = colors[index] ?? [];
    const [first, second] = gradient.children;
    if (from !== undefined && to !== undefined) {
      first?.setAttribute('stop-color', from);
      second?.setAttribute('stop-color', to);
    }
  });
}

function parseColors(text: string | null): readonly (readonly string[])[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.map((pair) =>
      Array.isArray(pair) ? pair.filter((color): color is string => typeof color === 'string') : [],
    );
  } catch {
    return [];
  }
}

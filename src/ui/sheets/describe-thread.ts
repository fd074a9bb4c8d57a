import type { ThreadReport } from '#platform/render/renderer.ts';

/** What a painter on the processor does here, and whether it ever had to leave a picture to the next. */
export function describeThread({ paints, refusal, wasShort }: ThreadReport): string {
  if (refusal !== null) return `Not here: ${refusal}`;
  const words = describeUse(paints);
  return wasShort ? `${words} It got no memory for a picture, so the next one painted that.` : words;
}

function describeUse({ screen, files }: ThreadReport['paints']): string {
  if (screen) return files ? 'Paints the screen and files.' : 'Paints the screen.';
  return files ? 'Paints files, and what is judged.' : 'Stands by.';
}

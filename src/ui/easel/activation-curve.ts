import { type ActivationName, activations } from '#core/nn/activations.ts';

const SIDE = 24;
const REACH = 3;
const POINTS = 33;

/** An activation over [-3, 3] as a path in a box of 24, y up; what leaves [-1.3, 1.3] is cut off. */
export function activationCurve(name: ActivationName): string {
  const path: string[] = [];
  let isDrawn = false;
  for (let i = 0; i < POINTS; i++) {
    const share = i / (POINTS - 1);
    const value = activations[name]((2 * share - 1) * REACH);
    if (Math.abs(value) > 1.3) {
      isDrawn = false;
      continue;
    }
    const x = 2 + share * (SIDE - 4);
    const y = SIDE / 2 - (value / 1.3) * (SIDE / 2 - 3);
    path.push(`${isDrawn ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`);
    isDrawn = true;
  }
  return path.join('');
}

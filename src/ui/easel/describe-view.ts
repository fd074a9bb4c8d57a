import type { View } from '#core/cppn/view.ts';

/** `0.86×`, with as many digits as help. */
export const describeZoom = (zoom: number) =>
  `${zoom >= 100 ? Math.round(zoom).toLocaleString('en') : zoom.toFixed(zoom >= 10 ? 1 : 2)}×`;

/** For those who do not see it: `Zoom 2.00, center 0.31 right, 0.20 up, turned 15 degrees.` */
export function describeView({ zoom, center: [x, y], rotation }: View): string {
  const side = (value: number, positive: string, negative: string) =>
    Math.abs(value) < 0.005 ? null : `${Math.abs(value).toFixed(2)} ${value > 0 ? positive : negative}`;
  const sides = [side(x, 'right', 'left'), side(y, 'down', 'up')].filter((words) => words !== null);
  const degrees = Math.round((rotation * 180) / Math.PI);
  return [
    zoom === 1 && sides.length === 0 ? 'The whole picture' : `Zoom ${describeZoom(zoom).replace('×', '')}`,
    sides.length === 0 ? null : `centre ${sides.join(', ')}`,
    degrees === 0 ? null : `turned ${degrees} degrees`,
  ]
    .filter((words) => words !== null)
    .join(', ')
    .concat('.');
}

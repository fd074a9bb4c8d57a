import { classColor } from '#core/cppn/class-colors.ts';

export const classCss = (own: number) =>
  `rgb(${classColor(own)
    .map((share) => Math.round(255 * share))
    .join(' ')})`;

/** A class has a shape as well as a color. */
export function ClassMark({ own, x, y, r }: { own: number; x: number; y: number; r: number }) {
  const look = { fill: classCss(own), class: 'class-mark' };
  const points = (...corners: readonly (readonly [number, number])[]) =>
    corners.map(([dx, dy]) => `${x + r * dx},${y + r * dy}`).join(' ');
  switch (own) {
    case 0:
      return <circle cx={x} cy={y} r={r} {...look} />;
    case 1:
      return <rect x={x - 0.85 * r} y={y - 0.85 * r} width={1.7 * r} height={1.7 * r} {...look} />;
    case 2:
      return <polygon points={points([0, -1.15], [1.05, 0.75], [-1.05, 0.75])} {...look} />;
    case 3:
      return <polygon points={points([0, -1.25], [1.25, 0], [0, 1.25], [-1.25, 0])} {...look} />;
    case 4:
      return <polygon points={points([0, 1.15], [1.05, -0.75], [-1.05, -0.75])} {...look} />;
    default:
      return (
        <polygon
          points={points([-0.5, -1.1], [0.5, -1.1], [1.1, 0], [0.5, 1.1], [-0.5, 1.1], [-1.1, 0])}
          {...look}
        />
      );
  }
}

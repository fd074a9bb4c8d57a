// Inline drawings, 1.6 px strokes.
const stroke = {
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.6',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
} as const;

export const OpenIcon = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" {...stroke}>
    <path d="M9.2 6.8 13 3M9.7 3H13v3.3M6.8 9.2 3 13M3 9.7V13h3.3" />
  </svg>
);

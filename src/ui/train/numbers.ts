// How Train says its numbers: short, and never as a power of ten.

/** Two digits: `0.0013`, `0.65`, `12`. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return 'none';
  if (value === 0) return '0';
  const rounded = Number(value.toPrecision(2));
  const size = Math.abs(rounded);
  if (size >= 100) return rounded.toLocaleString('en');
  if (size < 0.000001) return 'less than 0.000001';
  const decimals = Math.max(0, 1 - Math.floor(Math.log10(size)));
  return rounded
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

/** A loss: `0.00071`. */
export const lossWords = short;

export const percent = (share: number) => `${Math.round(100 * share)} %`;

export const count = (value: number, one: string, many: string) =>
  `${value.toLocaleString('en')} ${value === 1 ? one : many}`;

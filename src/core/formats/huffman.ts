// Huffman codes as RFC 1951 wants them.

/** Bits of each symbol's code, 0 where the count is 0; none above `maxBits`. At least two counts must be above 0. */
export function huffmanLengths(counts: Uint32Array, maxBits: number): Uint8Array {
  for (let weights = counts; ; weights = weights.map((count) => (count === 0 ? 0 : (count >>> 1) + 1))) {
    const lengths = unlimitedLengths(weights);
    // Evener weights make a flatter tree.
    if (lengths.every((length) => length <= maxBits)) return lengths;
  }
}

/** Two queues, leaves and inner nodes, each from the rarest up: the two rarest of both are joined until one is left. */
function unlimitedLengths(counts: Uint32Array): Uint8Array {
  const symbols = [...counts.keys()].filter((symbol) => counts[symbol]! > 0);
  symbols.sort((a, b) => counts[a]! - counts[b]! || a - b);
  const leafCount = symbols.length;
  const weights = symbols.map((symbol) => counts[symbol]!);
  const parents = new Uint16Array(2 * leafCount - 1);
  let leaf = 0;
  let inner = leafCount;
  const takeRarest = () =>
    leaf < leafCount && (inner >= weights.length || weights[leaf]! <= weights[inner]!) ? leaf++ : inner++;
  while (weights.length < 2 * leafCount - 1) {
    const [first, second] = [takeRarest(), takeRarest()];
    parents[first] = weights.length;
    parents[second] = weights.length;
    weights.push(weights[first]! + weights[second]!);
  }
  const depths = new Uint8Array(2 * leafCount - 1);
  for (let node = 2 * leafCount - 3; node >= 0; node--) depths[node] = depths[parents[node]!]! + 1;
  const lengths = new Uint8Array(counts.length);
  for (const [index, symbol] of symbols.entries()) lengths[symbol] = depths[index]!;
  return lengths;
}

/** The codes that these lengths stand for, their first bit lowest: as they are written. */
export function huffmanCodes(lengths: Uint8Array): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let bits = 1; bits <= 15; bits++) {
    for (const [symbol, length] of lengths.entries()) {
      if (length === bits) codes[symbol] = reversed(code++, bits);
    }
    code <<= 1;
  }
  return codes;
}

function reversed(code: number, bits: number): number {
  let result = 0;
  for (let bit = 0; bit < bits; bit++) result |= ((code >>> bit) & 1) << (bits - 1 - bit);
  return result;
}

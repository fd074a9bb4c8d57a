/** Arrays to write in, kept from one step of a training to the next. What they held before is unknown. */
export interface Workspace {
  /** The array of this name, of exactly this length. */
  readonly take: (name: string, length: number) => Float64Array<ArrayBuffer>;
}

export function createWorkspace(): Workspace {
  const arrays = new Map<string, Float64Array<ArrayBuffer>>();
  return {
    take: (name, length) => {
      let array = arrays.get(name);
      if (array === undefined || array.length < length) {
        array = new Float64Array(length);
        arrays.set(name, array);
      }
      // A last batch is often smaller than the others: their array is kept for the next of them.
      return array.length === length ? array : array.subarray(0, length);
    },
  };
}

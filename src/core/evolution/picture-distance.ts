/** A 24 x 24 render in OKLab, [576, 3]: what two pictures are compared by. */
export type Print = Float32Array<ArrayBuffer>;

export interface PeerNetwork {
  readonly layers: readonly {
    readonly inputCount: number;
    readonly units: number;
    /** [units, inputCount] */
    readonly kernel: Float32Array;
    readonly biases: Float32Array;
  }[];
  /** Of all layers but the last, which ends in a sigmoid. */
  readonly activation: 'tanh' | 'relu';
  /** [pixels, 4] */
  readonly coordinates: Float32Array;
}

/** Paints once; gives [pixels, 3] in [0, 1]. */
export function createTensorFlowPainter(network: PeerNetwork): Promise<() => Float32Array>;
export function createOnnxPainter(network: PeerNetwork): Promise<() => Promise<Float32Array>>;

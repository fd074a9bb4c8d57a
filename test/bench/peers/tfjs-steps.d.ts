interface StepsRequest {
  /** Kernels as [units, inputCount]; every layer is tanh. */
  readonly layers: readonly {
    readonly inputCount: number;
    readonly units: number;
    readonly kernel: Float32Array;
    readonly biases: Float32Array;
  }[];
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  readonly sampleCount: number;
  /** Of Adam, whose betas are .9 and .999. */
  readonly learningRate: number;
  readonly epsilon: number;
}

/** A full-batch step a call; gives the mean squared error before it. */
export function createTensorFlowSteps(request: StepsRequest): Promise<() => number>;

// TensorFlow.js on its WebAssembly backend, one thread. Plain JavaScript, so that the project's own type check does not need
// packages that only the bench installs.
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
// The package calls itself free of side effects, and a bundler would drop them.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';

export async function startTensorFlow() {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  });
  setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js could not start its wasm backend.');
  await tf.ready();
}

/** A kernel as it stands there: [inputCount, units]. */
export function turned({ inputCount, units, kernel }) {
  const values = new Float32Array(kernel.length);
  for (let o = 0; o < units; o++)
    for (let i = 0; i < inputCount; i++) values[i * units + o] = kernel[o * inputCount + i];
  return tf.tensor2d(values, [inputCount, units]);
}

// Training steps by TensorFlow.js on its WebAssembly backend. Plain JavaScript, so that the project's own type check
// does not need packages that only the bench installs.
import { setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import * as tf from '@tensorflow/tfjs-core';
// The package calls itself free of side effects, and a bundler would drop them.
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';

/** @type {import('./tfjs-steps.d.ts').createTensorFlowSteps} */
export async function createTensorFlowSteps({ layers, inputs, targets, sampleCount, learningRate, epsilon }) {
  setWasmPaths({
    'tfjs-backend-wasm.wasm': plain,
    'tfjs-backend-wasm-simd.wasm': simd,
    'tfjs-backend-wasm-threaded-simd.wasm': threaded,
  });
  setThreadsCount(1);
  if (!(await tf.setBackend('wasm'))) throw new Error('TensorFlow.js could not start its wasm backend.');
  await tf.ready();

  const x = tf.tensor2d(inputs, [sampleCount, layers[0].inputCount]);
  const wanted = tf.tensor2d(targets, [sampleCount, layers.at(-1).units]);
  // Kernels stand as [inputCount, units] there.
  const parameters = layers.map(({ inputCount, units, kernel, biases }) => {
    const turned = new Float32Array(kernel.length);
    for (let o = 0; o < units; o++)
      for (let i = 0; i < inputCount; i++) turned[i * units + o] = kernel[o * inputCount + i];
    return {
      kernel: tf.variable(tf.tensor2d(turned, [inputCount, units])),
      biases: tf.variable(tf.tensor1d(biases)),
    };
  });
  const optimizer = tf.train.adam(learningRate, 0.9, 0.999, epsilon);
  const lossOf = () => {
    const y = parameters.reduce(
      (values, { kernel, biases }) => tf.tanh(tf.add(tf.matMul(values, kernel), biases)),
      x,
    );
    return tf.mean(tf.squaredDifference(y, wanted));
  };
  return () => {
    const cost = optimizer.minimize(lossOf, true);
    const [value] = cost.dataSync();
    cost.dispose();
    return value;
  };
}

// Training steps by TensorFlow.js.
import * as tf from '@tensorflow/tfjs-core';
import { startTensorFlow, turned } from './tfjs-start.js';

/** @type {import('./tfjs-steps.d.ts').createTensorFlowSteps} */
export async function createTensorFlowSteps({ layers, inputs, targets, sampleCount, learningRate, epsilon }) {
  await startTensorFlow();
  const x = tf.tensor2d(inputs, [sampleCount, layers[0].inputCount]);
  const wanted = tf.tensor2d(targets, [sampleCount, layers.at(-1).units]);
  const parameters = layers.map((layer) => ({
    kernel: tf.variable(turned(layer)),
    biases: tf.variable(tf.tensor1d(layer.biases)),
  }));
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

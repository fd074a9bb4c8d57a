// A forward pass by TensorFlow.js, all pixels in one batch.

import * as tf from '@tensorflow/tfjs-core';
import { fused } from '@tensorflow/tfjs-core';
import { startTensorFlow, turned } from './tfjs-start.js';

/** @type {import('./paint.d.ts').createTensorFlowPainter} */
export async function createTensorFlowPainter({ layers, activation, coordinates }) {
  await startTensorFlow();
  const x = tf.tensor2d(coordinates, [coordinates.length / 4, 4]);
  const parameters = layers.map((layer) => ({ kernel: turned(layer), biases: tf.tensor1d(layer.biases) }));
  const pass = () =>
    parameters.reduce((values, { kernel, biases }, l) => {
      if (l === parameters.length - 1) return tf.sigmoid(tf.add(tf.matMul(values, kernel), biases));
      // Its fastest way: relu is part of its multiplication, tanh is not.
      if (activation === 'relu') return fused.matMul({ a: values, b: kernel, bias: biases, activation });
      return tf.tanh(fused.matMul({ a: values, b: kernel, bias: biases }));
    }, x);
  return () => {
    const outputs = tf.tidy(pass);
    const values = outputs.dataSync();
    outputs.dispose();
    return values;
  };
}

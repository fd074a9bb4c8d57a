// A forward pass by ONNX Runtime for the web, one thread, in the chunks that suit it best.
import * as ort from 'onnxruntime-web/wasm';
import { encodeModel } from './onnx-model.js';

const CHUNK_PIXELS = 8192;

/** @type {import('./paint.d.ts').createOnnxPainter} */
export async function createOnnxPainter({ layers, activation, coordinates }) {
  ort.env.wasm.numThreads = 1;
  const session = await ort.InferenceSession.create(encodeModel(layers, activation, CHUNK_PIXELS), {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  const pixelCount = coordinates.length / 4;
  if (pixelCount % CHUNK_PIXELS !== 0)
    throw new Error(`Not a multiple of ${CHUNK_PIXELS} pixels: ${pixelCount}.`);
  const chunks = Array.from({ length: pixelCount / CHUNK_PIXELS }, (_, i) => {
    const values = coordinates.subarray(i * CHUNK_PIXELS * 4, (i + 1) * CHUNK_PIXELS * 4);
    return new ort.Tensor('float32', values, [CHUNK_PIXELS, 4]);
  });
  const outputs = new Float32Array(pixelCount * 3);
  return async () => {
    for (const [i, x] of chunks.entries()) {
      const { y } = await session.run({ x });
      outputs.set(y.data, i * CHUNK_PIXELS * 3);
    }
    return outputs;
  };
}

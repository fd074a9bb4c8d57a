export { createTensorFlowPainter } from './paint.d.ts';

export { createOnnxPainter } from './paint.d.ts';

// The door for sketch authors: `import { defineSketch } from '#sketch';`
export type { Control, Controls, ControlValues } from './controls.ts';
export {
  type Draw,
  defineSketch,
  type Frame,
  type P5Instance,
  type PlainSketch,
  type Pointer,
  remember,
  type Sample,
  type SampleGrid,
  type Sketch,
  type SketchHost,
} from './sketch.ts';

// Runs sketches as the studio does, without the studio: always with the same artwork.
import '../../../src/ui/fonts.css';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { defaultValues } from '#platform/sketch/controls.ts';
import { allControls } from '#platform/sketch/host-controls.ts';
import { parseSketch } from '#platform/sketch/parse-sketch.ts';
import { runSketch, type SketchRun } from '#platform/sketch/run-sketch.ts';
import type { PlainSketch, Sketch } from '#platform/sketch/sketch.ts';
import { ownPalette } from '#platform/sketch/sketch-palette.ts';

const files = import.meta.glob('../../../sketches/*.{ts,js}', { import: 'default' });
const nameOf = (path: string) => /([^/]+)\.(?:ts|js)$/.exec(path)![1]!;

export const names = Object.keys(files).map(nameOf);

export const loadSketch = async (name: string) =>
  parseSketch(await files[Object.keys(files).find((path) => nameOf(path) === name)!]!());

export const size = { width: 240, height: 180 };

export interface Started {
  readonly run: SketchRun;
  readonly holder: HTMLElement;
  readonly failures: string[];
  readonly said: string[];
  readonly frameAt: (phase: number) => Parameters<SketchRun['render']>[0];
}

export async function start(
  sketch: Sketch | PlainSketch,
  { isPlaying = false, frames = 1 } = {},
): Promise<Started> {
  const holder = document.createElement('div');
  document.body.append(holder);
  const failures: string[] = [];
  const said: string[] = [];
  const values = defaultValues(allControls(sketch));
  const frameAt = (phase: number) => ({ phase, values, pointer: null });
  const run = await runSketch({
    sketch,
    holder,
    setting: {
      genome: sampleGenome('orchard', 20),
      view: wholeView,
      title: 'Blood Orange Moon',
      palette: ownPalette,
      seed: 4217,
      density: 1,
      ...size,
    },
    frame: frameAt(0),
    isPlaying,
    frames,
    paint: async (genome, request) => {
      const { data, widthPx, heightPx } = paintRegion(genome, request);
      return createImageBitmap(new ImageData(data, widthPx, heightPx));
    },
    onFailure: (sentence) => failures.push(sentence),
    onDescribe: (text) => said.push(text),
  });
  return { run, holder, failures, said, frameAt };
}

/** RGBA bytes. */
export function readPixels({ run }: Started): number[] {
  const canvas = run.canvas()!;
  return [...canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data];
}

/** As somebody would paste it: p5 2, instance mode, drawing, color, text, mouse, keys. */
export const pasted: PlainSketch = (p) => {
  let hue = 0;
  p.setup = () => {
    p.createCanvas(200, 120);
    p.colorMode(p.HSB, 360, 100, 100);
    p.describe('A square that follows the mouse.');
  };
  p.draw = () => {
    p.background(0, 0, 10);
    p.fill(hue, 90, 90);
    p.square(p.mouseX - 10, p.mouseY - 10, 20);
    p.text(p.key, 100, 60);
  };
  p.mousePressed = () => {
    hue = 120;
  };
  p.keyPressed = () => {
    hue = 240;
  };
};

/** What is refused, by name. */
export const refused: Readonly<Record<string, PlainSketch>> = {
  createSlider: (p) => {
    p.setup = () => void p.createSlider(0, 10);
  },
  WEBGL: (p) => {
    p.setup = () => void p.createCanvas(100, 100, p.WEBGL);
  },
  createShader: (p) => {
    p.draw = () => void p.createShader('', '');
  },
  atOnce: () => {
    throw new Error('I was never finished');
  },
};

export const inverted: PlainSketch = (p) => {
  p.setup = () => {
    p.createCanvas(20, 20);
    p.background(0);
    p.filter(p.INVERT);
  };
};

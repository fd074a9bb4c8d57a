// What p5 can elsewhere and a sketch cannot here, said in a sentence instead of a failure in p5's depths.
import type { P5Instance } from './sketch.ts';

/** Shown as it is: a sentence for the sketch's author. */
export class SketchRefusal extends Error {
  override readonly name = 'SketchRefusal';
}

const domNames = [
  'createSlider createButton createCheckbox createSelect createRadio createColorPicker createInput createFileInput',
  'createDiv createP createSpan createImg createA createElement createVideo createAudio createCapture',
  'select selectAll removeElements',
]
  .join(' ')
  .split(' ');

const gpuNames =
  'createShader createFilterShader loadShader shader createFramebuffer baseFilterShader buildFilterShader'.split(
    ' ',
  );

/** Puts a refusal in the place of what would fail, and leads what can be done otherwise to where it can. */
export function refuseWhatIsMissing(p: P5Instance, describe: (text: string) => void): void {
  const put = (name: string, value: unknown) => Reflect.set(p, name, value);
  for (const name of domNames)
    put(name, () => {
      throw new SketchRefusal(
        `${name}() makes page elements, which sketches do not have here. Describe a control instead, and the pane draws it.`,
      );
    });
  for (const name of gpuNames)
    put(name, () => {
      throw new SketchRefusal(`${name}() needs the graphics chip. Sketches draw in 2D here.`);
    });

  const createCanvas = p.createCanvas.bind(p) as (...given: unknown[]) => unknown;
  put('createCanvas', (width: unknown, height: unknown, renderer?: unknown, ...more: unknown[]) => {
    if (renderer === p.WEBGL || renderer === 'webgpu')
      throw new SketchRefusal('WEBGL needs the graphics chip. Sketches draw in 2D here.');
    return createCanvas(width, height, renderer, ...more);
  });

  // On the graphics chip filters do nothing here, silently; the plain ones do the same.
  const filter = p.filter.bind(p) as (...given: unknown[]) => void;
  put('filter', (kind: unknown, value?: unknown) => {
    if (typeof kind !== 'string')
      throw new SketchRefusal(
        'filter() with a shader needs the graphics chip. The named filters work: filter(BLUR, 3).',
      );
    filter(kind, value, false);
  });

  // p5 writes these as HTML from strings.
  put('describe', (text: unknown) => describe(String(text)));
  for (const name of ['describeElement', 'textOutput', 'gridOutput']) put(name, () => {});
}

/** What went wrong, in one sentence. */
export function describeFailure(error: unknown): string {
  if (error instanceof SketchRefusal) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  const missing = /\.(\w+) is not a function/.exec(message)?.[1];
  if (missing !== undefined) return `${missing}() is not a part of p5 that sketches have here.`;
  return `The sketch stopped: ${message.split('\n')[0]}`;
}

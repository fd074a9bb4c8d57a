// One WebGL 2 context on a canvas nobody sees, and the programs it has compiled. For a worker: waiting for a chip blocks.
import type { Palette } from '#core/cppn/palette.ts';
import { paletteTable, TABLE_SIZE } from '#core/cppn/palette-table.ts';
import type { GpuLimits, GpuPlan } from './gpu-plan.ts';
import { TEXTURE_WIDTH, vertexSource } from './shader-source.ts';

export interface GpuPainter {
  /** As the driver names it. */
  readonly chip: string;
  readonly limits: GpuLimits;
  /**
   * Whether its topology can be painted now. Asking begins what is missing, and never waits for a compiler that works beside
   * us. 'refused': it did not compile, or not in time; asking again begins nothing. Throws when the context was lost.
   */
  prepare(plan: GpuPlan): 'compiling' | 'ready' | 'refused';
  /** Of a plan that is ready. Resolves when the pixels are there; rejects when the context was lost meanwhile. */
  paint(plan: GpuPlan): Promise<ImageBitmap>;
  /** Milliseconds a picture of a plan that is ready takes. Waits for the chip. */
  time(plan: GpuPlan): number;
}

interface Compiled {
  readonly program: WebGLProgram;
  state: 'linking' | 'warming' | 'ready' | 'refused';
  data: WebGLUniformLocation | null;
  /** Passed when its first pixel is there: drivers go on compiling until then. */
  fence: WebGLSync | null;
  readonly begunMs: number;
}

const lostWords = 'The WebGL context was lost.';

/** A shader that takes longer to compile is refused. */
const COMPILING_MS = 10_000;
const PROGRAM_LIMIT = 24;
const TIMED_COUNT = 4;
/** So often a chip is asked without a pause whether it is done: a timer would make every picture wait 4 ms. */
const QUICK_TURNS = 200;

/** null where the browser has no WebGL 2. */
export function openGpuPainter(canvas: OffscreenCanvas): GpuPainter | null {
  const gl = canvas.getContext('webgl2', {
    alpha: false,
    antialias: false,
    depth: false,
    powerPreference: 'high-performance',
  });
  if (gl === null) return null;
  const naming = gl.getExtension('WEBGL_debug_renderer_info');
  const parallel = gl.getExtension('KHR_parallel_shader_compile');
  const limits = {
    uniformVectors: Number(gl.getParameter(gl.MAX_FRAGMENT_UNIFORM_VECTORS)),
    sidePx: Number(gl.getParameter(gl.MAX_RENDERBUFFER_SIZE)),
  };
  /** By source; the one used last is the last. */
  const programs = new Map<string, Compiled>();
  const vertexShader = compileShader(gl, gl.VERTEX_SHADER, vertexSource);
  const textures = { data: createTexture(gl), palette: createTexture(gl) };
  /** Of the palette in its texture. */
  let standing = '';

  function begin(source: string): Compiled {
    const program = gl!.createProgram();
    gl!.attachShader(program, vertexShader);
    const fragmentShader = compileShader(gl!, gl!.FRAGMENT_SHADER, source);
    gl!.attachShader(program, fragmentShader);
    gl!.linkProgram(program);
    gl!.deleteShader(fragmentShader); // goes with the program
    return { program, state: 'linking', data: null, fence: null, begunMs: performance.now() };
  }

  function find(source: string): Compiled {
    const found = programs.get(source) ?? begin(source);
    programs.delete(source);
    programs.set(source, found);
    if (programs.size > PROGRAM_LIMIT) {
      const [oldest, { program }] = programs.entries().next().value!;
      programs.delete(oldest);
      gl!.deleteProgram(program);
    }
    return found;
  }

  function draw(compiled: Compiled, { data, isInTexture, palette, widthPx, heightPx }: GpuPlan) {
    gl!.useProgram(compiled.program);
    gl!.viewport(0, 0, widthPx, heightPx);
    if (isInTexture) fillTexture(gl!, 0, textures.data, TEXTURE_WIDTH, data);
    else gl!.uniform4fv(compiled.data, data);
    const stops = palette === null ? standing : JSON.stringify(palette.stops);
    if (palette !== null && stops !== standing) {
      fillTexture(gl!, 1, textures.palette, TABLE_SIZE, paletteData(palette));
      standing = stops;
    }
    gl!.drawArrays(gl!.TRIANGLES, 0, 3);
  }

  function resize({ widthPx, heightPx }: GpuPlan) {
    if (canvas.width !== widthPx) canvas.width = widthPx;
    if (canvas.height !== heightPx) canvas.height = heightPx;
  }

  function advance(compiled: Compiled, plan: GpuPlan) {
    if (compiled.state === 'linking') {
      if (parallel !== null && !gl!.getProgramParameter(compiled.program, parallel.COMPLETION_STATUS_KHR))
        return;
      if (!gl!.getProgramParameter(compiled.program, gl!.LINK_STATUS)) {
        // The shader went with its context.
        if (gl!.isContextLost()) throw new Error(lostWords);
        compiled.state = 'refused';
        return;
      }
      gl!.useProgram(compiled.program);
      compiled.data = gl!.getUniformLocation(compiled.program, 'data');
      if (plan.isInTexture) gl!.uniform1i(compiled.data, 0);
      gl!.uniform1i(gl!.getUniformLocation(compiled.program, 'palette'), 1);
      draw(compiled, { ...plan, widthPx: 1, heightPx: 1 });
      compiled.fence = gl!.fenceSync(gl!.SYNC_GPU_COMMANDS_COMPLETE, 0);
      gl!.flush();
      compiled.state = 'warming';
    } else if (compiled.state === 'warming' && hasPassed(gl!, compiled.fence!)) {
      gl!.deleteSync(compiled.fence);
      compiled.fence = null;
      compiled.state = 'ready';
    }
  }

  return {
    chip: String(gl.getParameter(naming?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER)),
    limits,
    prepare(plan) {
      const compiled = find(plan.fragmentSource);
      advance(compiled, plan);
      const { state, begunMs } = compiled;
      if (state === 'ready' || state === 'refused') return state;
      if (performance.now() - begunMs <= COMPILING_MS) return 'compiling';
      compiled.state = 'refused';
      return 'refused';
    },
    async paint(plan) {
      resize(plan);
      draw(find(plan.fragmentSource), plan);
      const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
      const bitmap = canvas.transferToImageBitmap();
      for (let turn = 0; !gl.isContextLost() && !hasPassed(gl, fence!); turn++) {
        await (turn < QUICK_TURNS ? nextTurn() : new Promise((done) => setTimeout(done, 4)));
      }
      if (fence !== null) gl.deleteSync(fence);
      if (!gl.isContextLost()) return bitmap;
      // Whatever it holds, it is not the picture.
      bitmap.close();
      throw new Error(lostWords);
    },
    time(plan) {
      resize(plan);
      const compiled = find(plan.fragmentSource);
      const pixel = new Uint8Array(4);
      const wait = () => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
      draw(compiled, plan);
      wait();
      const from = performance.now();
      for (let i = 0; i < TIMED_COUNT; i++) draw(compiled, plan);
      wait();
      return (performance.now() - from) / TIMED_COUNT;
    },
  };
}

/** After messages that wait have been delivered. */
const gates = new MessageChannel();
const waiting: (() => void)[] = [];
gates.port1.onmessage = () => waiting.shift()?.();
function nextTurn(): Promise<void> {
  return new Promise((done) => {
    waiting.push(done);
    gates.port2.postMessage(null);
  });
}

/** Of a lost context everything has passed: ask `isContextLost` afterwards. */
const hasPassed = (gl: WebGL2RenderingContext, fence: WebGLSync) =>
  gl.clientWaitSync(fence, gl.SYNC_FLUSH_COMMANDS_BIT, 0) !== gl.TIMEOUT_EXPIRED;

function compileShader(gl: WebGL2RenderingContext, kind: number, source: string): WebGLShader {
  const shader = gl.createShader(kind)!;
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

function createTexture(gl: WebGL2RenderingContext): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  return texture;
}

/** Rows of `width` vectors. */
function fillTexture(
  gl: WebGL2RenderingContext,
  unit: number,
  texture: WebGLTexture,
  width: number,
  data: Float32Array<ArrayBuffer>,
) {
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32F, width, data.length / width / 4, 0, gl.RGBA, gl.FLOAT, data);
}

/** Two rows: colors in OKLab, and what each rises by to the next. */
function paletteData(palette: Palette): Float32Array<ArrayBuffer> {
  const table = paletteTable(palette);
  const data = new Float32Array(TABLE_SIZE * 2 * 4);
  for (let i = 0; i < TABLE_SIZE; i++) {
    for (let k = 0; k < 3; k++) {
      const value = table[i * 3 + k]!;
      data[i * 4 + k] = value;
      data[(TABLE_SIZE + i) * 4 + k] = (table[i * 3 + 3 + k] ?? value) - value;
    }
  }
  return data;
}

// Reference networks made with torch: the two formats, read into this library's own form.
import * as v from 'valibot';
import type { Loss } from '#core/nn/losses.ts';
import type { OptimizerOptions } from '#core/nn/optimizers.ts';
import type { Sequential } from '#core/nn/sequential.ts';
import { checkChain, checkCount, floats, toDense, toTargets, turned } from './reference-parts.ts';
import { toLoss, toOptimizer } from './reference-terms.ts';

/** One forward and one backward pass. */
export interface NetworkReference {
  readonly kind: 'network';
  readonly model: Sequential;
  readonly inputs: Float32Array;
  readonly targets: Float32Array;
  readonly lossKind: Loss;
  readonly outputs: Float32Array;
  readonly loss: number;
  /** As in the model: [units, inputs], biases after them; null for none. */
  readonly gradients: readonly { readonly kernel: Float32Array; readonly biases: Float32Array | null }[];
}

/** Ten steps of each optimiser from one start. Parameters are flat: layer by layer, kernel as [inputs, units], then biases. */
export interface TrajectoryReference {
  readonly kind: 'trajectory';
  /** A model of its own at every call. */
  readonly createModel: () => Sequential;
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
  readonly lossKind: Loss;
  readonly gradientAtStart: readonly number[];
  readonly runs: readonly {
    readonly name: string;
    readonly optimizer: OptimizerOptions;
    readonly lossBeforeStep: readonly number[];
    readonly lossAfterLastStep: number;
    readonly paramsAfterStep: readonly (readonly number[])[];
  }[];
}

const finite = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const base64 = v.object({ f32: v.string() });
const layerFields = {
  inputs: count,
  units: count,
  activation: v.union([v.string(), v.array(v.string())]),
};

const networkSchema = v.object({
  format: v.literal('torch-dense-ref/1'),
  inputs: base64,
  layers: v.pipe(
    v.array(v.object({ ...layerFields, kernel: base64, bias: v.nullable(base64) })),
    v.minLength(1),
  ),
  outputs: v.object({ f32_of_f64: v.string() }),
  loss: v.object({ kind: v.string(), target: base64, valueF64: finite }),
  gradients: v.object({
    layers: v.array(v.object({ kernel: v.string(), bias: v.nullable(v.string()) })),
  }),
});

/** Numbers in rows or one after the other. */
const numbers = v.pipe(
  v.array(v.union([finite, v.array(finite)])),
  v.transform((rows) => rows.flat()),
);

const trajectorySchema = v.object({
  format: v.literal('torch-trajectory-ref/1'),
  inputs: v.object({ values: numbers }),
  layers: v.pipe(
    v.array(v.object({ ...layerFields, kernel: numbers, bias: v.nullable(numbers) })),
    v.minLength(1),
  ),
  loss: v.string(),
  target: numbers,
  gradientAtStart: v.array(finite),
  optimizers: v.record(
    v.string(),
    v.object({
      hyper: v.record(v.string(), v.unknown()),
      lossBeforeStep: v.array(finite),
      lossAfterLastStep: finite,
      paramsAfterStep: v.array(v.array(finite)),
    }),
  ),
});

/** Throws Error with one sentence that names what does not fit. */
export function parseReference(text: string): NetworkReference | TrajectoryReference {
  const value = parseJson(text);
  const { format } = parseWith(v.object({ format: v.string() }), value);
  switch (format) {
    case 'torch-dense-ref/1':
      return readNetwork(parseWith(networkSchema, value));
    case 'torch-trajectory-ref/1':
      return readTrajectory(parseWith(trajectorySchema, value));
    default:
      throw new Error(`format is torch-dense-ref/1 or torch-trajectory-ref/1, got ${format}.`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('It is not JSON.');
  }
}

function parseWith<S extends v.GenericSchema>(schema: S, value: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(`${v.getDotPath(issue) ?? 'The file'}: expected ${issue.expected}, got ${issue.received}.`);
}

function readNetwork(file: v.InferOutput<typeof networkSchema>): NetworkReference {
  const layers = file.layers.map((layer, index) =>
    toDense(
      layer,
      floats(`layers.${index}.kernel`, layer.kernel.f32),
      layer.bias === null ? null : floats(`layers.${index}.bias`, layer.bias.f32),
      index,
    ),
  );
  checkChain(layers);
  const inputs = floats('inputs', file.inputs.f32);
  const sampleCount = inputs.length / layers[0]!.inputCount;
  checkCount('inputs', inputs, Math.max(1, Math.floor(sampleCount)) * layers[0]!.inputCount);
  const units = layers.at(-1)!.units;
  const lossKind = toLoss(file.loss.kind);
  checkCount('gradients.layers', file.gradients.layers, layers.length);
  return {
    kind: 'network',
    model: { layers },
    inputs,
    lossKind,
    targets: Float32Array.from(
      toTargets(floats('loss.target', file.loss.target.f32), lossKind, sampleCount, units),
    ),
    outputs: checkCount('outputs', floats('outputs', file.outputs.f32_of_f64), sampleCount * units),
    loss: file.loss.valueF64,
    gradients: file.gradients.layers.map(({ kernel, bias }, index) => {
      const { inputCount, units, biases } = layers[index]!;
      const name = `gradients.layers.${index}`;
      if ((bias === null) !== (biases === null))
        throw new Error(`${name}.bias: there, or not, as in layers.`);
      return {
        kernel: turned(
          checkCount(`${name}.kernel`, floats(name, kernel), inputCount * units),
          inputCount,
          units,
        ),
        biases: bias === null ? null : checkCount(`${name}.bias`, floats(name, bias), units),
      };
    }),
  };
}

function readTrajectory(file: v.InferOutput<typeof trajectorySchema>): TrajectoryReference {
  const createModel = (): Sequential => ({
    layers: file.layers.map((layer, index) =>
      toDense(
        layer,
        Float64Array.from(layer.kernel),
        layer.bias === null ? null : Float64Array.from(layer.bias),
        index,
      ),
    ),
  });
  const { layers } = createModel();
  checkChain(layers);
  const sampleCount = file.inputs.values.length / layers[0]!.inputCount;
  checkCount('inputs', file.inputs.values, Math.max(1, Math.floor(sampleCount)) * layers[0]!.inputCount);
  const lossKind = toLoss(file.loss);
  const parameterCount = layers.reduce(
    (sum, { kernel, biases }) => sum + kernel.length + (biases?.length ?? 0),
    0,
  );
  return {
    kind: 'trajectory',
    createModel,
    inputs: Float64Array.from(file.inputs.values),
    targets: toTargets(file.target, lossKind, sampleCount, layers.at(-1)!.units),
    lossKind,
    gradientAtStart: checkCount('gradientAtStart', file.gradientAtStart, parameterCount),
    runs: Object.entries(file.optimizers).map(([name, { hyper, ...run }]) => {
      checkCount(`optimizers.${name}.lossBeforeStep`, run.lossBeforeStep, run.paramsAfterStep.length);
      for (const params of run.paramsAfterStep) {
        checkCount(`optimizers.${name}.paramsAfterStep`, params, parameterCount);
      }
      return { name, optimizer: toOptimizer(name, hyper), ...run };
    }),
  };
}

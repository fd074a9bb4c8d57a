// An ONNX file of Dense layers: protocol buffers by the field numbers of onnx.proto, as much of it as this needs.

/** Varint. */
function varint(value) {
  const bytes = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

const integer = (field, value) => [...varint(field * 8), ...varint(value)];
const message = (field, bytes) => [...varint(field * 8 + 2), ...varint(bytes.length), ...bytes];
const text = (field, value) => message(field, new TextEncoder().encode(value));

const FLOAT = 1;
const INT = 2;

/** TensorProto. */
const tensor = (name, dims, values) => [
  ...dims.flatMap((dim) => integer(1, dim)),
  ...integer(2, FLOAT),
  ...text(8, name),
  ...message(9, new Uint8Array(Float32Array.from(values).buffer)),
];

/** NodeProto. */
const node = (type, inputs, output, attributes = []) => [
  ...inputs.flatMap((input) => text(1, input)),
  ...text(2, output),
  ...text(4, type),
  ...attributes.flatMap((attribute) => message(5, attribute)),
];

/** AttributeProto. */
const attribute = (name, value) => [...text(1, name), ...integer(3, value), ...integer(20, INT)];

/** ValueInfoProto of a matrix of single floats. */
const matrix = (name, dims) => {
  const shape = dims.flatMap((dim) => message(1, integer(1, dim)));
  const type = message(1, [...integer(1, FLOAT), ...message(2, shape)]);
  return [...text(1, name), ...message(2, type)];
};

const types = { tanh: 'Tanh', relu: 'Relu' };

/** Inputs `x` of [rowCount, 4], outputs `y` of [rowCount, 3]; the last layer ends in a sigmoid. */
export function encodeModel(layers, activation, rowCount) {
  const nodes = layers.flatMap((_, l) => {
    const isLast = l === layers.length - 1;
    const sums = node('Gemm', [l === 0 ? 'x' : `a${l - 1}`, `k${l}`, `b${l}`], `z${l}`, [
      attribute('transB', 1),
    ]);
    return [sums, node(isLast ? 'Sigmoid' : types[activation], [`z${l}`], isLast ? 'y' : `a${l}`)];
  });
  const initializers = layers.flatMap(({ inputCount, units, kernel, biases }, l) => [
    tensor(`k${l}`, [units, inputCount], kernel),
    tensor(`b${l}`, [units], biases),
  ]);
  const graph = [
    ...nodes.flatMap((one) => message(1, one)),
    ...text(2, 'network'),
    ...initializers.flatMap((one) => message(5, one)),
    ...message(11, matrix('x', [rowCount, 4])),
    ...message(12, matrix('y', [rowCount, 3])),
  ];
  return Uint8Array.from([
    ...integer(1, 8),
    ...message(7, graph),
    ...message(8, [...text(1, ''), ...integer(2, 13)]),
  ]);
}

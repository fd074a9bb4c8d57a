import { evaluate } from '#core/nn/evaluate.ts';
import { fit } from '#core/nn/fit.ts';
import { buildSequential } from '#core/nn/initializers.ts';
import { drawDigits } from './draw-digits.ts';

const hidden = { units: 32, activation: 'relu', initializer: { kind: 'heNormal' } } as const;
const model = buildSequential(784, [hidden, { units: 10, activation: 'softmax' }], 7);
const loss = { kind: 'categoricalCrossentropy', fromLogits: false } as const;
const optimizer = { kind: 'adam', learningRate: 0.002 } as const;

const training = fit(model, drawDigits(800, 1), { loss, optimizer, epochs: 10, batchSize: 32, seed: 7 });
let step = training.next();
while (!step.done) step = training.next(); // a batch each; stop whenever you like
export const metrics = evaluate(step.value.model, drawDigits(200, 2), loss);

import type { Vector } from './vector-space.js';

export interface LabelledVector {
  readonly vector: Vector;
  /** Number of its class. */
  readonly label: number;
}

/** How probable each class is, by its number. */
export type Classifier = (vector: Vector) => Float32Array;

/** What was found best on the validation sets of two public intent collections; see test/bench/faq.ts. */
const SCALE = 5;
const RATE = 0.02;
const EPOCHS = 40;
const PENALTY = 1e-3;
/** Of Adam (Kingma and Ba, 2015): how long the mean and the square of a slope are remembered. */
const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.999;

/**
 * Multinomial logistic regression, trained by Adam from zero over a fixed number of passes: the same examples give the
 * same classifier. Takes as long as there are examples × classes × features in an example.
 */
export function trainClassifier(
  examples: readonly LabelledVector[],
  classes: number,
  features: number,
): Classifier {
  // One more feature, which every text has, holds how frequent a class is.
  const weights = new Parameters((features + 1) * classes);
  const bias = features * classes;
  const outputs = new Float32Array(classes);
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    for (const { vector, label } of examples) {
      predict(weights.values, bias, vector, outputs);
      outputs[label] = (outputs[label] ?? 0) - 1;
      addSlopes(weights.slopes, bias, vector, outputs, 1 / examples.length);
    }
    weights.step(epoch, bias);
  }
  const { values } = weights;
  return (vector) => {
    const probabilities = new Float32Array(classes);
    predict(values, bias, vector, probabilities);
    return probabilities;
  };
}

/** Numbers that are being learnt, with what Adam remembers of each. */
class Parameters {
  readonly values: Float32Array;
  readonly slopes: Float32Array;
  readonly #means: Float32Array;
  readonly #squares: Float32Array;

  constructor(size: number) {
    this.values = new Float32Array(size);
    this.slopes = new Float32Array(size);
    this.#means = new Float32Array(size);
    this.#squares = new Float32Array(size);
  }

  /** Goes one step down, and forgets the slopes. The last ones, from `free` on, are not held near zero. */
  step(number: number, free: number): void {
    const { values, slopes } = this;
    const [means, squares] = [this.#means, this.#squares];
    const rate = RATE / (1 - MEAN_DECAY ** number);
    const squareScale = 1 / (1 - SQUARE_DECAY ** number);
    for (let at = 0; at < values.length; at += 1) {
      const value = values[at] ?? 0;
      const slope = (slopes[at] ?? 0) + (at < free ? PENALTY * value : 0);
      const mean = MEAN_DECAY * (means[at] ?? 0) + (1 - MEAN_DECAY) * slope;
      const square = SQUARE_DECAY * (squares[at] ?? 0) + (1 - SQUARE_DECAY) * slope * slope;
      means[at] = mean;
      squares[at] = square;
      values[at] = value - (rate * mean) / (Math.sqrt(square * squareScale) + 1e-8);
    }
    slopes.fill(0);
  }
}

/** Writes the probability of each class into `outputs`, which says how many there are. */
function predict(
  values: Float32Array,
  bias: number,
  { features, weights }: Vector,
  outputs: Float32Array,
): void {
  const classes = outputs.length;
  for (let label = 0; label < classes; label += 1) outputs[label] = values[bias + label] ?? 0;
  for (let index = 0; index < features.length; index += 1) {
    const row = (features[index] ?? 0) * classes;
    const weight = (weights[index] ?? 0) * SCALE;
    for (let label = 0; label < classes; label += 1) {
      outputs[label] = (outputs[label] ?? 0) + weight * (values[row + label] ?? 0);
    }
  }
  toProbabilities(outputs);
}

function toProbabilities(outputs: Float32Array): void {
  const most = outputs.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (let label = 0; label < outputs.length; label += 1) {
    const part = Math.exp((outputs[label] ?? 0) - most);
    outputs[label] = part;
    sum += part;
  }
  for (let label = 0; label < outputs.length; label += 1) outputs[label] = (outputs[label] ?? 0) / sum;
}

function addSlopes(
  slopes: Float32Array,
  bias: number,
  { features, weights }: Vector,
  errors: Float32Array,
  share: number,
): void {
  const classes = errors.length;
  for (let label = 0; label < classes; label += 1) {
    slopes[bias + label] = (slopes[bias + label] ?? 0) + (errors[label] ?? 0) * share;
  }
  for (let index = 0; index < features.length; index += 1) {
    const row = (features[index] ?? 0) * classes;
    const weight = (weights[index] ?? 0) * SCALE * share;
    for (let label = 0; label < classes; label += 1) {
      slopes[row + label] = (slopes[row + label] ?? 0) + weight * (errors[label] ?? 0);
    }
  }
}

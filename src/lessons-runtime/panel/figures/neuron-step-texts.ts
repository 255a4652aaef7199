import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { gradientStep, neuronExample } from './neuron.ts';
import { neuronWords } from './neuron-words.ts';

/** Returns the sentences of a step of gradient descent: predict, measure the loss, find the slope, move the weight. */
export function neuronStepTexts(language: Language, weight: number, rate: number): readonly string[] {
  const { steps } = neuronWords[language];
  const { number } = formatFor(language);
  const write = (value: number) => number(value).replace('-', '−');
  const { prediction, error, loss, slope, next } = gradientStep(neuronExample, weight, rate);
  const step = {
    weight: write(weight),
    prediction: write(prediction),
    target: write(neuronExample.target),
    error: write(error),
    loss: write(loss),
    slope: write(slope),
    rate: write(rate),
    next: write(next),
  };
  return [steps.predict(step), steps.loss(step), steps.slope(step), steps.move(step)];
}

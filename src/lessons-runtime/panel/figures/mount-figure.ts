import type { Language } from '../../shared/language.ts';
import { mountConvolution } from './convolution-stepper.ts';
import { mountNeuron } from './neuron-figure.ts';

/** The figures with controls, by the value of their attribute `data-figure`. */
const mounts: Readonly<Record<string, (figure: HTMLElement, language: Language) => void>> = {
  convolution: mountConvolution,
  neuron: mountNeuron,
};

/** Makes a figure interactive that the build has drawn. */
export function mountFigure(figure: HTMLElement, language: Language): void {
  mounts[figure.dataset['figure'] ?? '']?.(figure, language);
}

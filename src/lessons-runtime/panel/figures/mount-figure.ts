import type { Language } from '../../shared/language.ts';
import { mountConvolution } from './convolution-stepper.ts';

/** Makes a figure interactive that the build has drawn. */
export function mountFigure(figure: HTMLElement, language: Language): void {
  if (figure.dataset['figure'] === 'convolution') mountConvolution(figure, language);
}

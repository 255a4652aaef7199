import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { createAnnouncer } from '../dom/announcer.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import { gradientStep, neuronExample, neuronRange, plotPoint } from './neuron.ts';
import { neuronStepTexts } from './neuron-step-texts.ts';
import { neuronWords } from './neuron-words.ts';

/** Adds sliders for the weight and the learning rate, and a button that takes the step. */
export function mountNeuron(figure: HTMLElement, language: Language): void {
  const words = neuronWords[language];
  const { number } = formatFor(language);
  const write = (value: number) => number(value).replace('-', '−');
  const part = <Type extends Element = HTMLElement>(name: string) =>
    requireElement<Type>(figure, `[data-${name}]`);
  const announce = createAnnouncer(part('neuron-status'));
  const texts = [...figure.querySelectorAll('[data-neuron-text]')];
  const note = part('neuron-note');

  const slider = (name: 'weight' | 'rate') => {
    const { min, max, step, first } = neuronRange[name];
    const input = element('input', {
      type: 'range',
      min: String(min),
      max: String(max),
      step: String(step),
      value: String(first),
    });
    const text = element('span');
    input.addEventListener('input', () => {
      if (name === 'weight') weight = input.valueAsNumber;
      show();
    });
    return { input, text, label: element('label', {}, text, input) };
  };
  const weightSlider = slider('weight');
  const rateSlider = slider('rate');
  /** Not that of the slider, which a step may leave between two of its values. */
  let weight: number = neuronRange.weight.first;
  const current = () => gradientStep(neuronExample, weight, rateSlider.input.valueAsNumber);
  const button = (text: string, act: () => void) => {
    const node = element('button', { type: 'button' }, text);
    node.addEventListener('click', act);
    return node;
  };
  const moveTo = (next: number) => {
    const { min, max } = neuronRange.weight;
    weight = Math.max(min, Math.min(max, next));
    weightSlider.input.value = String(weight);
    show();
    announce([words.after(write(weight), write(current().loss)), note.textContent].join(' ').trim());
  };

  function show(): void {
    const rate = rateSlider.input.valueAsNumber;
    const { next, loss } = current();
    weightSlider.text.textContent = `${words.weight}: ${write(weight)}`;
    rateSlider.text.textContent = `${words.rate}: ${write(rate)}`;
    weightSlider.input.setAttribute('aria-valuetext', write(weight));
    rateSlider.input.setAttribute('aria-valuetext', write(rate));
    neuronStepTexts(language, weight, rate).forEach((text, place) => {
      const node = texts[place];
      if (node !== undefined) node.textContent = text;
    });
    const [from, to] = [plotPoint(neuronExample, weight), plotPoint(neuronExample, next)];
    setCentre(part<SVGCircleElement>('neuron-now'), from);
    setCentre(part<SVGCircleElement>('neuron-next'), to);
    part<SVGPathElement>('neuron-step').setAttribute('d', `M${from.x} ${from.y}L${to.x} ${to.y}`);
    note.textContent = gradientStep(neuronExample, next, rate).loss > loss ? words.tooFar : '';
  }

  part('controls').append(
    weightSlider.label,
    rateSlider.label,
    button(words.step, () => moveTo(current().next)),
    button(words.reset, () => moveTo(neuronRange.weight.first)),
  );
  show();
}

function setCentre(circle: SVGCircleElement, { x, y }: { readonly x: number; readonly y: number }): void {
  circle.setAttribute('cx', String(x));
  circle.setAttribute('cy', String(y));
}

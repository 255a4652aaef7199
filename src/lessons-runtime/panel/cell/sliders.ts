import { findNumber, nearestPlace, numberAsCode, type Slider } from '../../lesson/slider.ts';
import { requireElement } from '../dom/read-page.ts';
import type { CodeView } from './code-view.ts';

/** Mounts the sliders below the code of a cell: they write a number into it, and follow it when the learner edits it. */
export function mountSliders(section: HTMLElement, code: CodeView): void {
  for (const node of section.querySelectorAll<HTMLElement>('[data-slider]')) mountSlider(node, code);
}

function mountSlider(node: HTMLElement, code: CodeView): void {
  // Written by the build.
  const slider: Slider = JSON.parse(node.dataset['slider'] ?? '');
  const range = requireElement<HTMLInputElement>(node, '[type=range]');
  const field = requireElement<HTMLInputElement>(node, '[type=number]');

  /** Shows the number in the code. Without one, the controls are disabled. */
  function show(source: string): void {
    const found = findNumber(source, slider);
    for (const input of [range, field]) input.disabled = found === null;
    node.toggleAttribute('data-lost', found === null);
    if (found === null) return;
    range.value = String(nearestPlace(slider, found.value));
    range.setAttribute('aria-valuetext', numberAsCode(found.value));
    if (field !== document.activeElement) field.value = numberAsCode(found.value);
  }

  function write(number: number): void {
    code.edit((source) => {
      const found = findNumber(source, slider);
      return found === null ? null : { from: found.from, to: found.to, insert: numberAsCode(number) };
    });
  }

  range.addEventListener('input', () => {
    const number = slider.values[range.valueAsNumber] ?? 0;
    range.setAttribute('aria-valuetext', numberAsCode(number));
    field.value = numberAsCode(number);
    write(number);
  });
  field.addEventListener('change', () => {
    if (Number.isFinite(field.valueAsNumber)) write(field.valueAsNumber);
    else show(code.source());
  });
  code.onChange(show);
  show(code.source());
}

import { mountCodeChoice } from './code-choice.ts';
import type { CodeView } from './code-view.ts';
import { mountSliders } from './sliders.ts';

/** Mounts what changes the code of a cell, or what is shown of it: the sliders, and the choice of its language. */
export function mountCodeControls(section: HTMLElement, code: CodeView): void {
  mountCodeChoice(section);
  mountSliders(section, code);
}

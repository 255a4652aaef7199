import { mountCodeChoice } from './code-choice.ts';
import type { CodeView } from './code-view.ts';
import { mountImportsFold } from './imports-fold.ts';
import { mountSliders } from './sliders.ts';

/** Mounts what changes the code of a cell, or what is shown of it: sliders, the choice of its language, folded imports. */
export function mountCodeControls(section: HTMLElement, code: CodeView): void {
  mountCodeChoice(section);
  mountSliders(section, code);
  mountImportsFold(section, code);
}

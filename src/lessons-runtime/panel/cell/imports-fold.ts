import { importsToFold } from '../../shared/quiet-code.ts';
import type { CodeView } from './code-view.ts';

/** Mounts the fold of the imports of a cell, which CSS folds in the static code: folds them in the editor too. */
export function mountImportsFold(section: HTMLElement, code: CodeView): void {
  const fold = section.querySelector<HTMLDetailsElement>('[data-imports-fold]');
  if (fold === null) return;
  /** Without imports to fold, as in the code of a learner, there is no fold. */
  const show = (source: string): void => {
    fold.hidden = importsToFold(source) === null;
  };
  code.onChange(show);
  show(code.source());
  code.onEditor((editor) => {
    const apply = () => editor.foldImports(!fold.open);
    fold.addEventListener('toggle', apply);
    editor.onImportsEntered(() => {
      fold.open = true;
      apply();
    });
    apply();
  });
}

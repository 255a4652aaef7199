import type { ChooseFiles } from '../../host/chosen-files.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { element } from './element.ts';

/**
 * Asks for a model's files below the output of the cell that runs: a browser opens its own window for them only where the
 * learner asks for it, so there is a button.
 * @param runningOutput where the cell that runs shows its outputs
 */
export function createFileChooser(runningOutput: () => HTMLElement | null, words: PanelWords): ChooseFiles {
  return (signal) =>
    new Promise((resolve) => {
      const output = runningOutput();
      if (output === null || signal.aborted) return resolve(null);
      const input = element('input', {
        type: 'file',
        multiple: true,
        accept: '.json,.bin',
        class: 'visually-hidden',
        'data-model-files': true,
      });
      const asking = element(
        'p',
        { class: 'choose-files', role: 'group', 'aria-label': words.chooseModel },
        element('label', { class: 'button' }, words.chooseModel, input),
      );
      const end = (files: readonly File[] | null) => {
        asking.remove();
        resolve(files);
      };
      input.addEventListener('change', () => end([...(input.files ?? [])]));
      signal.addEventListener('abort', () => end(null));
      output.after(asking);
      input.focus({ preventScroll: true });
    });
}

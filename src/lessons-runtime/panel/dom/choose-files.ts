import type { ChooseFiles } from '../../host/chosen-files.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { element } from './element.ts';

/**
 * Creates the prompt for a model's files, which is shown below the output of the running cell. It is a button because a
 * browser opens its file dialog only on a user's action.
 * @param runningOutput returns the output area of the running cell
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
      const prompt = element(
        'p',
        { class: 'choose-files', role: 'group', 'aria-label': words.chooseModel },
        element('label', { class: 'button' }, words.chooseModel, input),
      );
      const close = (files: readonly File[] | null) => {
        prompt.remove();
        resolve(files);
      };
      input.addEventListener('change', () => close([...(input.files ?? [])]));
      signal.addEventListener('abort', () => close(null));
      output.after(prompt);
      input.focus({ preventScroll: true });
    });
}

import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { element } from '../dom/element.ts';
import { fileName, saveFile } from '../dom/save-file.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { runsCsv, runsMarkdown } from './export-runs.ts';
import { runLogWords } from './run-log-words.ts';

/** What takes runs out of the page: Markdown and CSV to save, and print. @param runs those to be exported */
export function exportTools(
  section: HTMLElement,
  words: PanelWords,
  runs: () => readonly LoggedRun[],
): HTMLElement {
  const say = runLogWords[words.language];
  const root = section.ownerDocument;
  const title = () => root.querySelector('h1')?.textContent?.trim() ?? '';
  const button = (label: string, act: () => void): HTMLElement => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };

  function printLog(): void {
    // The print style leaves out all but the log, for as long as this stands.
    root.documentElement.dataset['printing'] = 'run-log';
    addEventListener('afterprint', () => root.documentElement.removeAttribute('data-printing'), {
      once: true,
    });
    print();
  }

  return element(
    'div',
    { class: 'run-tools' },
    button(say.saveMarkdown, () => {
      const text = runsMarkdown(title(), runs(), words);
      saveFile(new Blob([text], { type: 'text/markdown' }), fileName(`${title()} ${say.file}`, 'md'));
    }),
    button(say.saveCsv, () => {
      const text = runsCsv(runs(), words);
      saveFile(new Blob([text], { type: 'text/csv' }), fileName(`${title()} ${say.file}`, 'csv'));
    }),
    button(say.print, printLog),
    element('p', { class: 'run-hint' }, say.kept),
  );
}

import type { LoggedRun } from '../../progress/record/runs-store.ts';
import { element } from '../dom/element.ts';
import { fileName, saveFile } from '../dom/save-file.ts';
import type { PanelWords } from '../words/panel-words.ts';
import { runsCsv, runsMarkdown } from './export-runs.ts';
import { runLogWords } from './run-log-words.ts';

/** Creates the buttons that save runs as Markdown and CSV, and print them. @param runs returns the runs to export */
export function exportTools(
  section: HTMLElement,
  words: PanelWords,
  runs: () => readonly LoggedRun[],
): HTMLElement {
  const logWords = runLogWords[words.language];
  const root = section.ownerDocument;
  const title = () => root.querySelector('h1')?.textContent?.trim() ?? '';
  const button = (label: string, onClick: () => void): HTMLElement => {
    const node = element('button', { type: 'button' }, label);
    node.addEventListener('click', onClick);
    return node;
  };

  function printLog(): void {
    // While this is set, the print style hides everything but the log.
    root.documentElement.dataset['printing'] = 'run-log';
    addEventListener('afterprint', () => root.documentElement.removeAttribute('data-printing'), {
      once: true,
    });
    print();
  }

  return element(
    'div',
    { class: 'run-tools' },
    button(logWords.saveMarkdown, () => {
      const text = runsMarkdown(title(), runs(), words);
      saveFile(new Blob([text], { type: 'text/markdown' }), fileName(`${title()} ${logWords.file}`, 'md'));
    }),
    button(logWords.saveCsv, () => {
      const text = runsCsv(runs(), words);
      saveFile(new Blob([text], { type: 'text/csv' }), fileName(`${title()} ${logWords.file}`, 'csv'));
    }),
    button(logWords.print, printLog),
    element('p', { class: 'run-hint' }, logWords.kept),
  );
}

import { element } from '../element.ts';
import type { OutputWords } from './output-words.ts';

/** A button that copies a text, and says whether it could: a browser may refuse. */
export function copyButton(text: () => string, rows: string, words: OutputWords): HTMLElement {
  const button = element('button', { type: 'button', class: 'output-button' }, words.copyTable);
  const said = element('span', { class: 'copy-said', role: 'status' });
  button.addEventListener('click', () => void copy());
  return element('span', { class: 'copy' }, button, said);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = words.copied(rows);
    } catch {
      said.textContent = words.copyRefused;
    }
  }
}

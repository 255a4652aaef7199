import { element } from '../element.ts';
import type { OutputWords } from './output-words.ts';

/**
 * A button that copies a text, and says whether it could: a browser may refuse.
 *
 * @param copied what is said of a text that was copied
 */
export function copyButton(
  text: () => string,
  label: string,
  copied: string,
  words: OutputWords,
): HTMLElement {
  const button = element('button', { type: 'button', class: 'output-button' }, label);
  const said = element('span', { class: 'copy-said', role: 'status' });
  button.addEventListener('click', () => void copy());
  return element('span', { class: 'copy' }, button, said);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = copied;
    } catch {
      said.textContent = words.copyRefused;
    }
  }
}

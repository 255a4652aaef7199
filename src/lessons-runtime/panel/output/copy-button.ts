import { element } from '../dom/element.ts';
import type { ShowContext } from './shown-output.ts';

/**
 * A button that copies a text, and says whether it could: a browser may refuse.
 *
 * @param copied what is said of a text that was copied
 */
export function copyButton(
  text: () => string,
  label: string,
  copied: string,
  { words, announce }: ShowContext,
): HTMLElement {
  const button = element('button', { type: 'button', class: 'output-button' }, label);
  const said = element('span', { class: 'copy-said' });
  button.addEventListener('click', () => void copy());
  return element('span', { class: 'copy' }, button, said);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      said.textContent = copied;
    } catch {
      said.textContent = words.output.copyRefused;
    }
    announce(said.textContent);
  }
}

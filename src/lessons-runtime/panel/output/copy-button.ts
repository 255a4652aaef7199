import { element } from '../dom/element.ts';
import type { ShowContext } from './shown-output.ts';

/**
 * Creates a button that copies a text and shows the result, because a browser may refuse.
 * @param text returns the text to copy
 * @param copied the message for a text that was copied
 */
export function copyButton(
  text: () => string,
  label: string,
  copied: string,
  { words, announce }: ShowContext,
): HTMLElement {
  const button = element('button', { type: 'button', class: 'output-button' }, label);
  const status = element('span', { class: 'copy-said' });
  button.addEventListener('click', () => void copy());
  return element('span', { class: 'copy' }, button, status);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text());
      status.textContent = copied;
    } catch {
      status.textContent = words.output.copyRefused;
    }
    announce(status.textContent);
  }
}

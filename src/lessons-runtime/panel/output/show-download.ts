import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import { saveFile } from '../dom/save-file.ts';
import type { ShowContext } from './shown-output.ts';

/** Creates a button for each file, which saves it. */
export function showDownload({ files }: OutputOf<'download'>, { words, announce }: ShowContext): HTMLElement {
  const status = element('span', { class: 'copy-said' });
  const buttons = files.map(({ name, bytes }) => {
    const label = words.output.download(name, words.format.bytes(bytes.byteLength));
    const button = element('button', { type: 'button', class: 'output-button' }, label);
    button.addEventListener('click', () => {
      // A generic type, so that no browser opens the file instead of saving it.
      saveFile(new Blob([bytes], { type: 'application/octet-stream' }), name);
      status.textContent = words.output.downloaded(name);
      announce(status.textContent);
    });
    return button;
  });
  return element('p', { class: 'download-line' }, ...buttons, status);
}

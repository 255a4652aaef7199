import type { OutputOf } from '../../protocol/output.ts';
import { element } from '../dom/element.ts';
import type { ShowContext } from './shown-output.ts';

/** A button for each file. Nothing is written before the learner presses one. */
export function showDownload({ files }: OutputOf<'download'>, { words, announce }: ShowContext): HTMLElement {
  const said = element('span', { class: 'copy-said' });
  const buttons = files.map(({ name, bytes }) => {
    const label = words.output.download(name, words.format.bytes(bytes.byteLength));
    const button = element('button', { type: 'button', class: 'output-button' }, label);
    button.addEventListener('click', () => {
      save(name, bytes);
      said.textContent = words.output.downloaded(name);
      announce(said.textContent);
    });
    return button;
  });
  return element('p', { class: 'download-line' }, ...buttons, said);
}

function save(name: string, bytes: ArrayBuffer): void {
  // Plain bytes, whatever they say they are: a browser saves them and shows nothing of them.
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  element('a', { href: url, download: name }).click();
  // Some browsers begin to read only after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

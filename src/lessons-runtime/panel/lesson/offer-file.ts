import type { RecordStore } from '../../progress/record/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { exportRecord } from '../progress-page/export-record.ts';

const words = {
  es: {
    why: 'Lo hecho solo está en esta página. Guárdalo en un archivo antes de irte: en la página «Progreso» puedes importarlo, y entregarlo.',
    save: 'Guardar lo hecho en un archivo',
  },
  en: {
    why: 'What you did is on this page only. Save it to a file before you leave: on the “Progress” page you can import it, and hand it in.',
    save: 'Save what you did to a file',
  },
} as const satisfies Readonly<Record<Language, unknown>>;

/**
 * Where the browser keeps nothing: a way out for what was done on this page.
 * @param bar the lesson's
 * @returns takes the offer back
 */
export function offerFile(bar: Element | null, store: RecordStore, language: Language): () => void {
  const { why, save } = words[language];
  const button = element('button', { type: 'button', 'data-action': 'save-work' }, save);
  button.addEventListener('click', () => void exportRecord(store, language));
  const offer = [element('p', { class: 'lesson-notice' }, why), button];
  bar?.append(...offer);
  return () => {
    for (const each of offer) each.remove();
  };
}

import type { RecordStore } from '../../progress/record/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { exportRecord } from '../progress-page/export-record.ts';
import { offerFileWords } from './offer-file-words.ts';

/**
 * Where the browser keeps nothing: a way out for what was done on this page.
 * @param bar the lesson's
 * @returns takes the offer back
 */
export function offerFile(bar: Element | null, store: RecordStore, language: Language): () => void {
  const { why, save } = offerFileWords[language];
  const button = element('button', { type: 'button', 'data-action': 'save-work' }, save);
  button.addEventListener('click', () => void exportRecord(store, language));
  const offer = [element('p', { class: 'lesson-notice' }, why), button];
  bar?.append(...offer);
  return () => {
    for (const each of offer) each.remove();
  };
}

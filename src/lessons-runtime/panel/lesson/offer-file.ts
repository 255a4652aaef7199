import type { RecordStore } from '../../progress/record/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { exportRecord } from '../progress-page/export-record.ts';
import { unreadText } from '../progress-page/unread-text.ts';
import { offerFileWords } from './offer-file-words.ts';

/**
 * Where the browser keeps nothing: a way out for what was done on this page.
 * @param bar the lesson's
 * @returns takes the offer back
 */
export function offerFile(bar: Element | null, store: RecordStore, language: Language): () => void {
  const { why, save } = offerFileWords[language];
  const button = element('button', { type: 'button', 'data-action': 'save-work' }, save);
  const notice = element('p', { class: 'lesson-notice' }, why);
  button.addEventListener('click', () => {
    exportRecord(store, language).catch((error: unknown) => {
      notice.textContent = unreadText(error, language);
    });
  });
  const offer = [notice, button];
  bar?.append(...offer);
  return () => {
    for (const each of offer) each.remove();
  };
}

import type { RecordStore } from '../../progress/record/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { exportRecord } from '../progress-page/export-record.ts';
import { readFailureText } from '../progress-page/read-failure-text.ts';
import { offerFileWords } from './offer-file-words.ts';

/**
 * Offers the learner's work on this page as a file, for browsers that store nothing.
 * @param bar the bar of the lesson; the offer is inserted after it
 * @returns removes the offer
 */
export function offerFile(bar: Element | null, store: RecordStore, language: Language): () => void {
  const { why, save } = offerFileWords[language];
  const button = element('button', { type: 'button', 'data-action': 'save-work' }, save);
  const notice = element('p', {}, why);
  const offer = element('div', { class: 'lesson-offer' }, notice, button);
  button.addEventListener('click', () => {
    exportRecord(store, language).catch((error: unknown) => {
      notice.textContent = readFailureText(error, language);
    });
  });
  bar?.after(offer);
  return () => offer.remove();
}

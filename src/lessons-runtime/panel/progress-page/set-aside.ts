import type { RecordStore } from '../../progress/record/record-store.ts';
import { formatFor } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import { element } from '../dom/element.ts';
import { requireElement } from '../dom/read-page.ts';
import { saveFile } from '../dom/save-file.ts';
import type { Announcements } from './announcements.ts';
import { fileStem } from './file-stem.ts';
import { progressPageWords } from './progress-page-words.ts';
import { readFailureText } from './read-failure-text.ts';

/** Mounts the list of records that could not be read, which can be saved or deleted. @returns updates the list */
export function mountSetAside(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  announcements: Announcements,
): () => Promise<void> {
  const words = progressPageWords[language];
  const section = requireElement(root, '[data-aside]');
  const list = requireElement(section, '[data-aside-list]');

  async function show(): Promise<void> {
    const entries = await store.loadQuarantine();
    section.hidden = entries.length === 0;
    list.replaceChildren(
      ...entries.map(({ key, at }) => {
        const path = key.filter((part) => part !== '').join(' / ');
        return element('li', {}, words.setAsideEntry(path, formatFor(language).date(at)));
      }),
    );
  }

  requireElement(section, '[data-action=save-aside]').addEventListener('click', () => {
    store.loadQuarantine().then(
      (entries) => {
        const name = `${fileStem(words.setAsideName, Date.now())}.json`;
        saveFile(new Blob([`${JSON.stringify(entries, null, 2)}\n`], { type: 'application/json' }), name);
        announcements.announce(words.exported(name));
      },
      (error: unknown) => announcements.announce(readFailureText(error, language)),
    );
  });
  requireElement(section, '[data-action=drop-aside]').addEventListener('click', () => {
    void store.clearQuarantine().then(
      async () => {
        await show();
        // Otherwise the focus would be lost with the hidden section.
        root.closest('main')?.focus({ preventScroll: true });
        announcements.announce(words.setAsideDropped);
      },
      // The store reports the failure.
      () => {},
    );
  });
  return show;
}

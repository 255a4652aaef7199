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

/** The list of what could not be read, to be saved or deleted. @returns what shows it as it stands */
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
    const aside = await store.setAside();
    section.hidden = aside.length === 0;
    list.replaceChildren(
      ...aside.map(({ key, at }) =>
        element(
          'li',
          {},
          words.asideEntry(key.filter((each) => each !== '').join(' / '), formatFor(language).date(at)),
        ),
      ),
    );
  }

  requireElement(section, '[data-action=save-aside]').addEventListener('click', () => {
    store.setAside().then(
      (aside) => {
        const name = `${fileStem(words.asideName, Date.now())}.json`;
        saveFile(new Blob([`${JSON.stringify(aside, null, 2)}\n`], { type: 'application/json' }), name);
        announcements.say(words.exported(name));
      },
      (error: unknown) => announcements.say(readFailureText(error, language)),
    );
  });
  requireElement(section, '[data-action=drop-aside]').addEventListener('click', () => {
    void store.dropSetAside().then(
      async () => {
        await show();
        // The button that was pressed is gone with its section.
        root.closest('main')?.focus({ preventScroll: true });
        announcements.say(words.asideDropped);
      },
      () => {},
    );
  });
  return show;
}

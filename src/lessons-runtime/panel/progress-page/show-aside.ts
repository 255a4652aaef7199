import type { RecordStore } from '../../progress/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { saveFile } from '../chart/save-file.ts';
import { element } from '../element.ts';
import { part } from '../read-page.ts';
import { dateText, fileStem } from './dates.ts';
import { progressPageWords } from './progress-page-words.ts';
import type { Spoken } from './spoken.ts';
import { unreadText } from './unread-text.ts';

/** The list of what could not be read, to be saved or deleted. @returns what shows it as it stands */
export function mountAside(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  spoken: Spoken,
): () => Promise<void> {
  const words = progressPageWords[language];
  const section = part(root, '[data-aside]');
  const list = part(section, '[data-aside-list]');

  async function show(): Promise<void> {
    const aside = await store.setAside();
    section.hidden = aside.length === 0;
    list.replaceChildren(
      ...aside.map(({ key, at }) =>
        element(
          'li',
          {},
          words.asideEntry(key.filter((each) => each !== '').join(' / '), dateText(at, language)),
        ),
      ),
    );
  }

  part(section, '[data-action=save-aside]').addEventListener('click', () => {
    store.setAside().then(
      (aside) => {
        const name = `${fileStem(words.asideName, Date.now())}.json`;
        saveFile(new Blob([`${JSON.stringify(aside, null, 2)}\n`], { type: 'application/json' }), name);
        spoken.say(words.exported(name));
      },
      (error: unknown) => spoken.say(unreadText(error, language)),
    );
  });
  part(section, '[data-action=drop-aside]').addEventListener('click', () => {
    void store.dropSetAside().then(
      async () => {
        await show();
        // The button that was pressed is gone with its section.
        root.closest('main')?.focus({ preventScroll: true });
        spoken.say(words.asideDropped);
      },
      () => {},
    );
  });
  return show;
}

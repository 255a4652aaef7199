import { openRecord } from '../../progress/record/open-record.ts';
import { withoutParts } from '../../progress/record/without-parts.ts';
import { isLanguage, languages } from '../../shared/language.ts';
import { createThrottle } from '../../shared/throttle.ts';
import { requireElement } from '../dom/read-page.ts';
import { panelWords } from '../words/panel-words.ts';
import { storageWords } from '../words/storage-words.ts';
import { createAnnouncements } from './announcements.ts';
import { mountHandIn } from './mount-hand-in.ts';
import { mountImportExport } from './mount-import-export.ts';
import { progressPageWords } from './progress-page-words.ts';
import { readFailureText } from './read-failure-text.ts';
import { mountSetAside } from './set-aside.ts';
import { createLessonList } from './show-lessons.ts';
import { createUndoableChanges } from './undoable-changes.ts';

const refreshMilliseconds = 200;

/** Fills in what the learner did, and keeps it up with what other tabs do. @param root `[data-progress]` */
export async function mountProgress(root: HTMLElement): Promise<void> {
  const found = root.dataset['language'];
  const language = isLanguage(found) ? found : languages[0];
  const words = progressPageWords[language];
  const troubles = { ...storageWords[language], refused: panelWords[language].notSaved };
  const { store, keeping } = await openRecord();
  const announcements = createAnnouncements(root);
  if (keeping !== 'kept')
    requireElement(root, '[data-keeping]').textContent = `${troubles[keeping]} ${words.keptNowhere}`;
  store.onTrouble(({ kind }) => announcements.say(troubles[kind]));
  store.onRecovered(() => announcements.say(troubles.recovered));

  const change = createUndoableChanges(store, announcements, refresh);
  const lessons = createLessonList(root, words, (forgotten, name) => {
    void change((whole) => withoutParts(whole, forgotten), words.forgot(name), words.broughtBack(name));
  });
  const showAside = mountSetAside(root, store, language, announcements);
  mountImportExport(root, store, language, announcements, change);
  const showName = mountHandIn(root, store, language, announcements, lessons);
  requireElement(root, '[data-action=forget-everything]').addEventListener('click', () => {
    void change(
      (whole) => withoutParts(whole, { kind: 'everything' }),
      words.forgotEverything,
      words.broughtBackEverything,
    );
  });

  async function refresh(): Promise<void> {
    try {
      const record = await store.loadAll();
      lessons.show(record);
      showName(record.learner[0]?.name ?? '');
      await showAside();
    } catch (error) {
      announcements.say(readFailureText(error, language));
    }
  }
  const refreshing = createThrottle<null>(refreshMilliseconds, () => void refresh());
  store.onChange(() => refreshing.push(null));

  await refresh();
  if (keeping === 'kept') requireElement(root, '[data-persisted]').textContent = await persistence();
  root.dataset['mounted'] = '';

  async function persistence(): Promise<string> {
    // A page over plain http has no such thing.
    const storage: StorageManager | undefined = navigator.storage;
    const isPersisted = await storage?.persisted?.().catch(() => false);
    return isPersisted === true ? words.persisted : words.notPersisted;
  }
}

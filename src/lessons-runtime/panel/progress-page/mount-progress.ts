import { openChosenPhotoStore } from '../../progress/blobs/chosen-photo-store.ts';
import { openOutputStore } from '../../progress/blobs/output-store.ts';
import { openRecord } from '../../progress/record/open-record.ts';
import { runsOfParts, withoutParts } from '../../progress/record/without-parts.ts';
import { languageOf } from '../../shared/language.ts';
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

/** Mounts the progress page and keeps it up to date with changes of other tabs. @param root the element `[data-progress]` */
export async function mountProgress(root: HTMLElement): Promise<void> {
  const language = languageOf({ lang: root.dataset['language'] ?? '' });
  const words = progressPageWords[language];
  const messages = { ...storageWords[language], refused: panelWords[language].notSaved };
  const { store, keeping } = await openRecord();
  const announcements = createAnnouncements(root);
  if (keeping !== 'kept')
    requireElement(root, '[data-keeping]').textContent = `${messages[keeping]} ${words.keptNowhere}`;
  store.onProblem(({ kind }) => announcements.announce(messages[kind]));
  store.onRecovered(() => announcements.announce(messages.recovered));

  const erasable = { outputs: openOutputStore(), photos: openChosenPhotoStore() };
  const change = createUndoableChanges(store, erasable, announcements, refresh);
  const lessons = createLessonList(root, words, (parts, name) => {
    void change(
      (record) => withoutParts(record, parts),
      words.forgot(name),
      words.forgetUndone(name),
      runsOfParts(parts),
    );
  });
  const showSetAside = mountSetAside(root, store, language, announcements);
  mountImportExport(root, store, language, announcements, change);
  const showName = mountHandIn(root, store, language, announcements, lessons);
  requireElement(root, '[data-action=forget-everything]').addEventListener('click', () => {
    void change(
      (record) => withoutParts(record, { kind: 'everything' }),
      words.forgotEverything,
      words.forgetEverythingUndone,
      {},
    );
  });

  async function refresh(): Promise<void> {
    try {
      const record = await store.loadAll();
      lessons.show(record);
      showName(record.learner[0]?.name ?? '');
      await showSetAside();
    } catch (error) {
      announcements.announce(readFailureText(error, language));
    }
  }
  const refreshing = createThrottle<null>(refreshMilliseconds, () => void refresh());
  store.onChange(() => refreshing.push(null));

  await refresh();
  if (keeping === 'kept') requireElement(root, '[data-persisted]').textContent = await persistenceText();
  root.dataset['mounted'] = '';

  async function persistenceText(): Promise<string> {
    // Missing on a page served over plain http.
    const storage: StorageManager | undefined = navigator.storage;
    const isPersisted = await storage?.persisted?.().catch(() => false);
    return isPersisted === true ? words.persisted : words.notPersisted;
  }
}

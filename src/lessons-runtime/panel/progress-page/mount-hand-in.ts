import { writeHandIn } from '../../progress/files/hand-in-file.ts';
import { importsOf } from '../../progress/record/imported.ts';
import type { RecordStore } from '../../progress/record/record-store.ts';
import type { Language } from '../../shared/language.ts';
import { loadPart } from '../../shared/load-part.ts';
import { createThrottle } from '../../shared/throttle.ts';
import { mountPart } from '../dom/mount-part.ts';
import { requireElement } from '../dom/read-page.ts';
import { saveFile } from '../dom/save-file.ts';
import type { Announcements } from './announcements.ts';
import { fileStem } from './file-stem.ts';
import { progressPageWords } from './progress-page-words.ts';
import { readFailureText } from './read-failure-text.ts';
import type { LessonList } from './show-lessons.ts';

const saveMilliseconds = 300;

/**
 * Mounts the controls that create a hand-in from the record, and those that check hand-ins, whose script is loaded on first use.
 * @returns shows the stored name. Until the first call the field is disabled, so that it cannot overwrite a stored name.
 */
export function mountHandIn(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  announcements: Announcements,
  lessons: LessonList,
): (storedName: string) => void {
  const words = progressPageWords[language];
  const name = requireElement<HTMLInputElement>(root, '[data-learner-name]');
  const verify = requireElement<HTMLInputElement>(root, '[data-verify]');
  /** How often hand-ins were opened. Only the latest are shown. */
  let openCount = 0;

  /** Whether the name in the field is not stored yet. */
  let isUnsaved = false;
  const saving = createThrottle<null>(saveMilliseconds, () => void saveName());
  async function saveName(): Promise<void> {
    const learner = name.value.trim();
    try {
      await store.update('learner', ['learner', '', ''], (kept) => ({
        name: learner,
        lastRun: kept?.lastRun ?? 0,
      }));
      if (name.value.trim() === learner) isUnsaved = false;
    } catch {
      // The store reports the failure; the name stays in its field.
    }
  }
  name.addEventListener('input', () => {
    isUnsaved = true;
    saving.push(null);
  });
  name.addEventListener('change', saving.flush);
  store.onRecovered(() => {
    if (isUnsaved) saving.push(null);
  });

  function showName(storedName: string): void {
    name.disabled = false;
    if (!isUnsaved && name.value.trim() !== storedName) name.value = storedName;
  }

  requireElement(root, '[data-action=hand-in]').addEventListener('click', () => {
    const learner = name.value.trim();
    name.setAttribute('aria-invalid', String(learner === ''));
    if (learner === '') {
      name.focus();
      announcements.announce(words.nameFirst);
    } else {
      saveHandIn(learner).catch((error: unknown) => announcements.announce(readFailureText(error, language)));
    }
  });

  async function saveHandIn(learner: string): Promise<void> {
    const record = await store.loadAll();
    const at = Date.now();
    const text = await writeHandIn({ name: learner, at, record, scores: lessons.scores(record) });
    const file = `${fileStem(words.handInName, at, learner)}.json`;
    saveFile(new Blob([text], { type: 'application/json' }), file);
    const imported = importsOf(record).reduce((sum, { attempts }) => sum + attempts, 0);
    announcements.announce(words.handedIn(file, imported));
  }

  verify.addEventListener('change', () => {
    const files = [...(verify.files ?? [])];
    if (files.length === 0) return;
    const current = ++openCount;
    // Allows the same file to be chosen again.
    verify.value = '';
    mountPart(requireElement(root, '[data-verified]'), async () => {
      const { showClass } = await loadPart(() => import('./show-class.ts'));
      try {
        await showClass(root, files, language, lessons, () => current === openCount);
      } catch (error) {
        if (current === openCount)
          requireElement(root, '[data-verified-said]').textContent = words.classFailed;
        throw error;
      }
    });
  });

  return showName;
}

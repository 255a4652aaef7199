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
 * Makes hand-ins from what is stored; what is asked of those that are opened is loaded with the first of them.
 * @returns shows the name that is kept, also another tab's: until it is first called there is none to write over it
 */
export function mountHandIn(
  root: HTMLElement,
  store: RecordStore,
  language: Language,
  announcements: Announcements,
  lessons: LessonList,
): (kept: string) => void {
  const words = progressPageWords[language];
  const name = requireElement<HTMLInputElement>(root, '[data-learner-name]');
  const verify = requireElement<HTMLInputElement>(root, '[data-verify]');
  /** How often hand-ins were opened: only the last are shown. */
  let opened = 0;

  /** Whether what stands in the field is not kept yet. */
  let isTyped = false;
  const saving = createThrottle<null>(saveMilliseconds, () => void saveName());
  async function saveName(): Promise<void> {
    const given = name.value.trim();
    try {
      await store.update('learner', ['learner', '', ''], (kept) => ({
        name: given,
        lastRun: kept?.lastRun ?? 0,
      }));
      if (name.value.trim() === given) isTyped = false;
    } catch {
      // Told by the store; the name stays in its field.
    }
  }
  name.addEventListener('input', () => {
    isTyped = true;
    saving.push(null);
  });
  name.addEventListener('change', saving.flush);
  store.onRecovered(() => {
    if (isTyped) saving.push(null);
  });

  function showName(kept: string): void {
    name.disabled = false;
    if (!isTyped && name.value.trim() !== kept) name.value = kept;
  }

  requireElement(root, '[data-action=hand-in]').addEventListener('click', () => {
    const given = name.value.trim();
    name.setAttribute('aria-invalid', String(given === ''));
    if (given === '') {
      name.focus();
      announcements.say(words.nameFirst);
    } else handIn(given).catch((error: unknown) => announcements.say(readFailureText(error, language)));
  });

  async function handIn(given: string): Promise<void> {
    const record = await store.loadAll();
    const at = Date.now();
    const text = await writeHandIn({ name: given, at, record, scores: lessons.scores(record) });
    const file = `${fileStem(words.handInName, at, given)}.json`;
    saveFile(new Blob([text], { type: 'application/json' }), file);
    const imported = importsOf(record).reduce((sum, { attempts }) => sum + attempts, 0);
    announcements.say(words.handedIn(file, imported));
  }

  verify.addEventListener('change', () => {
    const files = [...(verify.files ?? [])];
    if (files.length === 0) return;
    const mine = ++opened;
    // The same file can be chosen again.
    verify.value = '';
    mountPart(requireElement(root, '[data-verified]'), async () => {
      const { showClass } = await loadPart(() => import('./show-class.ts'));
      try {
        await showClass(root, files, language, lessons, () => mine === opened);
      } catch (error) {
        if (mine === opened) requireElement(root, '[data-verified-said]').textContent = words.classFailed;
        throw error;
      }
    });
  });

  return showName;
}

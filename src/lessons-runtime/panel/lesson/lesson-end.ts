import type { RecordStore } from '../../progress/record/record-store.ts';
import { solvedItems } from '../../progress/record/solved-items.ts';
import type { Language } from '../../shared/language.ts';
import { requireElement } from '../dom/read-page.ts';
import { lessonEndWords } from './lesson-end-words.ts';

/** Marks at the end of a lesson what is solved: in the record, also in other tabs, or just now on the page. */
export async function mountLessonEnd(
  root: Document,
  store: Pick<RecordStore, 'load' | 'onChange'>,
  lesson: string,
  language: Language,
): Promise<void> {
  const section = root.querySelector<HTMLElement>('[data-lesson-end]');
  const article = root.querySelector('article');
  if (section === null || article === null) return;
  const words = lessonEndWords[language];
  const said = requireElement(section, '[data-end-said]');
  const rows = [...section.querySelectorAll<HTMLElement>('[data-items]')].map((node) => {
    const items: readonly string[] = JSON.parse(node.dataset['items'] ?? '[]');
    return { node, items, state: requireElement(node, '[data-end-state]') };
  });
  let recorded: ReadonlySet<string> = new Set();

  function show(): void {
    const solved = new Set([...recorded, ...solvedOnPage(root)]);
    const counts = rows.map(({ node, items, state }) => {
      const done = items.filter((item) => solved.has(item)).length;
      node.toggleAttribute('data-solved', done === items.length);
      state.textContent = words.state(done, items.length);
      return { done, of: items.length };
    });
    const sum = (key: 'done' | 'of') => counts.reduce((total, each) => total + each[key], 0);
    said.textContent = words.said(sum('done'), sum('of'));
  }

  async function read(): Promise<void> {
    recorded = solvedItems(await store.load('items', lesson), lesson);
    show();
  }

  store.onChange((table, where) => {
    // After a failed read, the next change reads again.
    if (table === 'items' && where === lesson) read().catch(() => {});
  });
  new MutationObserver(show).observe(article, { attributeFilter: ['data-verdict'], subtree: true });
  await read();
}

/** Returns the items that the page shows as solved. They may not be stored yet. */
function solvedOnPage(root: Document): readonly string[] {
  const solved = (selector: string) => [
    ...root.querySelectorAll<HTMLElement>(`${selector}[data-verdict="correct"]`),
  ];
  const exercises = solved('[data-exercise]').map(({ dataset }) => `exercise/${dataset['exercise']}`);
  const questions = solved('[data-quiz] [data-question]').map((question) => {
    const quiz = question.closest<HTMLElement>('[data-quiz]')?.dataset['quiz'];
    return `quiz/${quiz}/${question.dataset['question']}`;
  });
  return [...exercises, ...questions];
}

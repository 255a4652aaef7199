import { openRecord } from '../../progress/record/open-record.ts';
import { solvedItems } from '../../progress/record/solved-items.ts';
import type { Language } from '../../shared/language.ts';
import { lessonProgressWords } from './lesson-progress-words.ts';

/** Shows at each lesson of the home page how many of its exercises and questions are solved, once any of them is. */
export async function showLessonProgress(root: Document, language: Language): Promise<void> {
  const items = await (await openRecord()).store.load('items');
  for (const node of root.querySelectorAll<HTMLElement>('[data-items]')) {
    const all: readonly string[] = JSON.parse(node.dataset['items'] ?? '[]');
    const solved = solvedItems(items, node.dataset['of'] ?? '');
    const done = all.filter((id) => solved.has(id)).length;
    if (done > 0) node.textContent = lessonProgressWords[language].solved(done, all.length);
  }
}

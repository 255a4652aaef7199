import { openRecord } from '../../progress/record/open-record.ts';
import { solvedItems } from '../../progress/record/solved-items.ts';

/** Shows at each lesson of the home page how many of its exercises and questions are solved, once any of them is. */
export async function showLessonProgress(root: Document): Promise<void> {
  const items = await (await openRecord()).store.load('items');
  for (const node of root.querySelectorAll<HTMLElement>('[data-items]')) {
    const all: readonly string[] = JSON.parse(node.dataset['items'] ?? '[]');
    const solved = solvedItems(items, node.dataset['of'] ?? '');
    const done = all.filter((id) => solved.has(id)).length;
    if (done === 0) continue;
    // The first number is that of the solved ones.
    const text = done === all.length ? node.dataset['all'] : node.dataset['some']?.replace('0', String(done));
    node.textContent = text ?? '';
  }
}

import type { Grade } from '../../grading/grade.ts';
import type { ExercisePage } from '../../lesson/exercise-page.ts';
import type { Attempt } from '../../progress/record/items-store.ts';
import { backticked, element } from '../dom/element.ts';
import { findMessage, storedAttemptText } from './exercise-attempt.ts';
import type { ExerciseWords } from './exercise-words.ts';

/** Shows the feedback for a grade: the message, then what was tested, expected and found. */
export function showGrade(
  container: HTMLElement,
  grade: Grade,
  { messages }: ExercisePage,
  words: ExerciseWords,
  goTo: (line: number, column: number) => void,
): void {
  container.dataset['kind'] = grade.verdict;
  const lead = element('strong', {}, words.verdict[grade.verdict]);
  if (grade.stage === 'checked') {
    const message = findMessage(grade.message, messages, words);
    container.replaceChildren(
      element('p', {}, lead, ' ', ...backticked(message.says)),
      factList(words, message.tested, grade.expected, grade.found),
    );
    return;
  }
  const place = 'place' in grade ? grade.place : undefined;
  container.replaceChildren(
    element('p', {}, lead, ' ', ...backticked(grade.what)),
    element('p', {}, ...backticked(grade.advice)),
  );
  if (place === undefined) return;
  const button = element('button', { type: 'button' }, words.place(place.line, place.column));
  button.addEventListener('click', () => goTo(place.line, place.column));
  container.append(button);
}

/** Shows the feedback for the last attempt of an earlier visit. */
export function showStoredAttempt(
  container: HTMLElement,
  attempt: Attempt,
  { messages }: ExercisePage,
  words: ExerciseWords,
): void {
  const { verdict, compared } = attempt;
  container.dataset['kind'] = verdict;
  const { says, tested } = storedAttemptText(attempt, messages, words);
  const lead = element('strong', {}, words.verdict[verdict]);
  container.replaceChildren(element('p', {}, words.before, ' ', lead, ' ', ...backticked(says)));
  if (tested === null) return;
  container.append(factList(words, tested, compared?.expected ?? '', compared?.found ?? ''));
}

/** Returns the feedback for screen readers: the verdict and the message. */
export function feedbackText(grade: Grade, { messages }: ExercisePage, words: ExerciseWords): string {
  const says = grade.stage === 'checked' ? findMessage(grade.message, messages, words).says : grade.what;
  return `${words.verdict[grade.verdict]} ${says.replaceAll('`', '')}`;
}

function factList(words: ExerciseWords, tested: string, expected: string, found: string): HTMLElement {
  const list = element('dl', {}, element('dt', {}, words.tested), element('dd', {}, ...backticked(tested)));
  const facts = [
    [words.expected, expected],
    [words.found, found],
  ] as const;
  for (const [name, value] of facts) {
    if (value !== '') list.append(element('dt', {}, name), element('dd', {}, element('code', {}, value)));
  }
  return list;
}

/** Of what the store keeps of an item, what is read here. */
interface Item {
  readonly lesson: string;
  readonly item: string;
  readonly attempts: readonly { readonly at: number; readonly verdict: string }[];
}

/** A question of a quiz, and its lesson. */
export interface QuestionPlace {
  readonly lesson: string;
  readonly quiz: string;
  readonly question: string;
}

/** What the store calls a question. */
export function questionItem({ quiz, question }: Omit<QuestionPlace, 'lesson'>): string {
  return `quiz/${quiz}/${question}`;
}

/**
 * The questions of these lessons of which the last try was wrong, those that have waited longest first.
 * @param limit how many at most
 */
export function questionsToReview(
  items: readonly Item[],
  lessons: readonly string[],
  limit: number,
): readonly QuestionPlace[] {
  return items
    .flatMap(({ lesson, item, attempts }) => {
      const [kind, quiz, question] = item.split('/');
      const last = attempts.at(-1);
      if (kind !== 'quiz' || quiz === undefined || question === undefined) return [];
      if (last?.verdict !== 'incorrect' || !lessons.includes(lesson)) return [];
      return [{ at: last.at, place: { lesson, quiz, question } }];
    })
    .sort((one, other) => one.at - other.at)
    .slice(0, limit)
    .map(({ place }) => place);
}

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

/** The questions of these lessons of which the last try was wrong, those that have waited longest first. */
export function questionsToReview<Kept extends Item>(
  items: readonly Kept[],
  lessons: readonly string[],
): readonly (QuestionPlace & Pick<Kept, 'attempts'>)[] {
  const lastTry = ({ attempts }: Item) => attempts.at(-1);
  return items
    .filter((kept) => lastTry(kept)?.verdict === 'incorrect' && lessons.includes(kept.lesson))
    .sort((one, other) => (lastTry(one)?.at ?? 0) - (lastTry(other)?.at ?? 0))
    .flatMap(({ lesson, item, attempts }) => {
      const [kind, quiz, question] = item.split('/');
      if (kind !== 'quiz' || quiz === undefined || question === undefined) return [];
      return [{ lesson, quiz, question, attempts }];
    });
}

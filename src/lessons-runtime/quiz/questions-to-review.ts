/** The part of a stored item that is used here. */
interface Item {
  readonly lesson: string;
  readonly item: string;
  readonly attempts: readonly { readonly at: number; readonly verdict: string }[];
}

/** Identifies a question. */
export interface QuestionPlace {
  readonly lesson: string;
  readonly quiz: string;
  readonly question: string;
}

/** Returns the name of a question in the record. */
export function questionItem({ quiz, question }: Omit<QuestionPlace, 'lesson'>): string {
  return `quiz/${quiz}/${question}`;
}

/** Returns the questions of the given lessons whose last attempt was wrong, oldest attempt first. */
export function questionsToReview<StoredItem extends Item>(
  items: readonly StoredItem[],
  lessons: readonly string[],
): readonly (QuestionPlace & Pick<StoredItem, 'attempts'>)[] {
  const lastAttempt = ({ attempts }: Item) => attempts.at(-1);
  return items
    .filter((item) => lastAttempt(item)?.verdict === 'incorrect' && lessons.includes(item.lesson))
    .sort((one, other) => (lastAttempt(one)?.at ?? 0) - (lastAttempt(other)?.at ?? 0))
    .flatMap(({ lesson, item, attempts }) => {
      const [kind, quiz, question] = item.split('/');
      if (kind !== 'quiz' || quiz === undefined || question === undefined) return [];
      return [{ lesson, quiz, question, attempts }];
    });
}

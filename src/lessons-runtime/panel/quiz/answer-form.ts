import type { Answer } from '../../quiz/question-key.ts';

/** The controls that a question is answered with, as the page has them. */
export interface AnswerForm {
  read(): Answer;
  /** Puts an earlier answer back; one that does not fit is left out. */
  write(answer: Answer): void;
}

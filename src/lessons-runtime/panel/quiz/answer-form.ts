import type { Answer } from '../../quiz/question-key.ts';

/** The controls with which a question is answered. */
export interface AnswerForm {
  read(): Answer;
  /** Fills in an earlier answer; ignores one of another type. */
  write(answer: Answer): void;
}

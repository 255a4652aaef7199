import { textDigest } from '../../lessons-runtime/build.ts';
import type { Question } from './quiz-schema.ts';

/**
 * Returns the ids of a question's options, steps or pairs in the author's order; `null` if its answer is typed. An id follows
 * from the texts, so that a stored answer stays with its option when the author changes the order.
 */
export function optionIds(question: Question): readonly string[] | null {
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'curve':
      return question.options.map(({ text }) => textDigest(JSON.stringify(text)));
    case 'ordering':
      return question.steps.map(({ text }) => textDigest(JSON.stringify(text)));
    case 'matching':
      return question.pairs.map(({ left, right }) => textDigest(JSON.stringify([left, right])));
    case 'numeric':
    case 'text':
    case 'output':
      return null;
  }
}

import type { QuestionKey } from '../../lessons-runtime/build.ts';
import type { Question } from './quiz-schema.ts';

/** Returns what the page needs to score answers to a question. Each page accepts the words of all languages. */
export function keyOf(question: Question): QuestionKey {
  switch (question.kind) {
    case 'single':
    case 'multiple': {
      const { kind, options } = question;
      return {
        kind,
        count: options.length,
        right: options.flatMap(({ right }, place) => (right ? [place] : [])),
      };
    }
    case 'numeric': {
      const { kind, answer, tolerance, unit, slips } = question;
      const wrong = slips.map((slip) => ({ value: slip.answer, tolerance: slip.tolerance }));
      const isPercentage = Object.values(unit ?? {}).some((text) => text.includes('%'));
      const isShare = Math.abs(answer) <= 1 && !isPercentage;
      return { kind, value: answer, tolerance, isShare, slips: wrong };
    }
    case 'text': {
      const { kind, accept, slips } = question;
      return {
        kind,
        accepted: Object.values(accept).flat(),
        slips: slips.map((slip) => Object.values(slip.accept).flat()),
      };
    }
    case 'output': {
      const { kind, shows, slips } = question;
      return { kind, accepted: [shows], slips: slips.map((slip) => [slip.shows]) };
    }
    case 'ordering':
      return { kind: 'ordering', count: question.steps.length };
    case 'matching':
      return { kind: 'matching', count: question.pairs.length };
    case 'curve': {
      const { kind, cell, options } = question;
      return { kind, cell, options: options.map(({ when }) => when) };
    }
  }
}

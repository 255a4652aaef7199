import type { QuestionKind } from '../../quiz/question-key.ts';
import type { AnswerForm } from './answer-form.ts';
import { createStepsForm } from './steps-form.ts';

/** @param tell says where a step now stands */
export function createAnswerForm(
  question: HTMLElement,
  kind: QuestionKind,
  tell: (step: string, place: number, count: number) => void,
): AnswerForm {
  switch (kind) {
    case 'single':
    case 'multiple':
    case 'curve':
      return choiceForm(question);
    case 'numeric':
    case 'text':
    case 'output':
      return typedForm(question);
    case 'ordering':
      return createStepsForm(question, tell);
    case 'matching':
      return pairsForm(question);
  }
}

/** The page shows the options in another order than their author's, which numbers them. */
function choiceForm(question: HTMLElement): AnswerForm {
  const inputs = [...question.querySelectorAll<HTMLInputElement>('input')];
  return {
    read: () =>
      inputs.flatMap(({ checked, value }) => (checked ? [Number(value)] : [])).sort((a, b) => a - b),
    write(answer) {
      for (const input of inputs) {
        input.checked = typeof answer !== 'string' && answer.includes(Number(input.value));
      }
    },
  };
}

function typedForm(question: HTMLElement): AnswerForm {
  const input = question.querySelector<HTMLInputElement>('input');
  return {
    read: () => input?.value ?? '',
    write(answer) {
      if (input !== null && typeof answer === 'string') input.value = answer;
    },
  };
}

/** A select that is still open counts as -1. */
function pairsForm(question: HTMLElement): AnswerForm {
  const selects = [...question.querySelectorAll('select')];
  return {
    read: () => selects.map(({ value }) => (value === '' ? -1 : Number(value))),
    write(answer) {
      if (typeof answer === 'string') return;
      for (const [place, select] of selects.entries()) {
        const side = answer[place] ?? -1;
        select.value = side < 0 ? '' : String(side);
      }
    },
  };
}

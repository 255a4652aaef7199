import type { QuestionKind } from '../../quiz/question-key.ts';
import type { AnswerForm } from './answer-form.ts';
import { createStepsForm } from './steps-form.ts';

/**
 * Creates the form for the controls of a question.
 * @param onMoved called with a step's text, its new position (1-based) and the number of steps
 */
export function createAnswerForm(
  question: HTMLElement,
  kind: QuestionKind,
  onMoved: (step: string, position: number, count: number) => void,
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
      return createStepsForm(question, onMoved);
    case 'matching':
      return pairsForm(question);
  }
}

/** Answers are the options' numbers in the author's order, sorted; the page shows the options in another order. */
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

/** A select without a choice counts as -1. */
function pairsForm(question: HTMLElement): AnswerForm {
  const selects = [...question.querySelectorAll('select')];
  return {
    read: () => selects.map(({ value }) => (value === '' ? -1 : Number(value))),
    write(answer) {
      if (typeof answer === 'string') return;
      for (const [index, select] of selects.entries()) {
        const choice = answer[index] ?? -1;
        select.value = choice < 0 ? '' : String(choice);
      }
    },
  };
}

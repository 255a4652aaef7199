import { expect, it, vi } from 'vitest';
import { createCheckButtons } from '../../../../src/lessons-runtime/panel/exercise/check-buttons.ts';
import { exerciseWords } from '../../../../src/lessons-runtime/panel/exercise/exercise-words.ts';
import { createDeferred } from '../../../../src/lessons-runtime/shared/deferred.ts';
import { asElement, StandInElement, standInDocument } from '../../../support/stand-in-dom.ts';

it('shows no feedback of an earlier answer while an answer is being checked', async () => {
  vi.stubGlobal('document', standInDocument());
  const section = new StandInElement('section');
  const button = new StandInElement('button');
  button.setAttribute('data-action', 'check');
  const feedback = new StandInElement('div');
  feedback.setAttribute('data-exercise-feedback', '');
  section.append(button, feedback);
  const { promise, resolve } = createDeferred<void>();
  createCheckButtons(asElement(section), exerciseWords.en, () => promise);

  button.click();
  expect(feedback.style.visibility).toBe('hidden');
  resolve();
  await vi.waitFor(() => expect(feedback.style.visibility).toBe(''));
});

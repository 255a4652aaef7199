import { describe, expect } from 'vitest';
import { cheatsOnAModel, cheatsOnANumber } from '../support/attacks/grader.ts';
import { check, comeTo, writeExercise } from '../support/exercise-page.ts';
import { createSharedTest } from '../support/site-test.ts';

const seats = 'count-seats';
const freeze = 'freeze-base';

describe.each([
  {
    id: seats,
    cheatTest: createSharedTest(() => ({ path: '/en/lessons/how-a-cell-works/?backend=wasm' }), {
      begin: ({ page }) => comeTo(page, seats),
    }),
    cheats: cheatsOnANumber,
    right: 'const total = rows * seats;',
  },
  {
    id: freeze,
    cheatTest: createSharedTest(() => ({ path: '/en/lessons/transfer-learning/?backend=wasm' }), {
      begin: ({ page }) => comeTo(page, freeze),
    }),
    cheats: cheatsOnAModel,
    right:
      "import { iconNet } from 'deshielo';\nconst base = await iconNet({ inputShape: [64, 64, 3], weights: 'icons', includeTop: false });\nbase.trainable = false;",
  },
])('the check of $id rejects a wrong answer despite', ({ id, cheatTest, cheats, right }) => {
  cheatTest.for(cheats)('$name', async ({ code }, { shared: { page } }) => {
    await writeExercise(page, id, code);
    const { verdict, says, kind } = await check(page, id);
    expect({ verdict, kind }, says).toEqual({ verdict: 'incorrect', kind: 'incorrect' });
  });

  cheatTest('and accepts a correct answer afterwards', async ({ shared: { page } }) => {
    await writeExercise(page, id, right);
    expect(await check(page, id)).toMatchObject({ verdict: 'correct', kind: 'correct' });
  });
});

import type { Locator, Page } from 'playwright-core';
import { exerciseCell } from '../../src/lessons-runtime/lesson/exercise-page.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { writeCell } from './lesson-page.ts';

export const exerciseButtons = {
  es: { check: 'Comprobar', show: 'Ver la solución', keepTrying: 'Seguir intentando' },
  en: { check: 'Check', show: 'See the solution', keepTrying: 'Keep trying' },
} as const satisfies Record<Language, Record<string, string>>;

export function exercise(page: Page, id: string): Locator {
  return page.locator(`[data-exercise="${id}"]`);
}

/** Scrolls to an exercise and waits until it is interactive. */
export async function comeTo(page: Page, id: string): Promise<void> {
  const section = exercise(page, id);
  await section.scrollIntoViewIfNeeded();
  await section.locator('[data-action=check]:not([disabled])').waitFor({ timeout: 60_000 });
}

export function writeExercise(page: Page, id: string, code: string): Promise<void> {
  return writeCell(page, exerciseCell(id), code);
}

/** Presses *Check* and waits for the result. @returns the verdict and the feedback that the page shows */
export async function check(
  page: Page,
  id: string,
): Promise<{ readonly verdict: string | null; readonly says: string; readonly kind: string | null }> {
  const section = exercise(page, id);
  const feedback = section.locator('[data-exercise-feedback]');
  // The feedback of an earlier check must not be read as the new one.
  await feedback.evaluate((shown) => shown.replaceChildren());
  await section.locator('[data-action=check]').click();
  await feedback.locator('p').first().waitFor({ timeout: 120_000 });
  return {
    verdict: await section.getAttribute('data-verdict'),
    says: await feedback.innerText(),
    kind: await feedback.getAttribute('data-kind'),
  };
}

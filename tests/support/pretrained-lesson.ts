import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { parseGallery } from '../../src/lessons-runtime/datasets/gallery.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { cell, runCell } from './lesson-page.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const labels = json('public/models/efficientnet-lite0@1/labels.json') as readonly Readonly<
  Record<Language, string>
>[];
const gallery = parseGallery(json('public/datasets/gallery@1/gallery.json'));

/** The name of a prediction's picture. */
const networkInput = { es: 'La imagen que recibió la red', en: 'The picture that the network received' };

/** The name of the button that asks for the occlusion map. */
const askMap = { es: '¿En qué se ha fijado?', en: 'What did it look at?' };

/** Asserts the outputs of lesson 1: five guesses, the first of them a cat, and guesses for a photo of no known class; asks for an occlusion map. */
export async function expectPretrained(page: Page, language: Language): Promise<void> {
  expect(Number(await page.locator('[data-tensors]').getAttribute('data-tensors'))).toBeGreaterThan(100);
  expect(
    await cell(page, 'load-model').locator('[data-output=progress] progress').getAttribute('max'),
  ).toMatch(/^\d{7}$/);

  const topK = cell(page, 'top-k');
  await topK.locator('[data-output=chart] .marks').first().waitFor();
  expect(await topK.locator('[data-output=chart] table tbody tr').count()).toBe(20);
  const guesses = topK.locator('.prediction-bars li');
  expect(await guesses.count()).toBe(5);
  const [first] = await guesses.allInnerTexts();
  const cats = [281, 282, 285].map((index) => labels[index]?.[language] ?? '?');
  expect(
    cats.some((label) => first?.includes(label)),
    first,
  ).toBe(true);

  await topK.getByRole('button', { name: askMap[language] }).click();
  await topK
    .locator('figure')
    .getByText(/imagen entera|whole picture/)
    .waitFor({ timeout: 60_000 });
  expect(await topK.locator('.prediction canvas').count()).toBe(2);

  const stranger = cell(page, 'outside-domain');
  await expect.poll(() => stranger.locator('.prediction-bars li').count()).toBe(5);
  expect(await stranger.getByRole('img', { name: networkInput[language] }).count()).toBe(1);
}

/** Asserts that the five best guesses contain the right class for at least 12 photos of the gallery. */
export async function expectPhotosKnown(page: Page, language: Language): Promise<void> {
  const missed: string[] = [];
  const [first, ...others] = gallery.photos.filter((photo) => photo.known);
  // The first photo is chosen initially, so it is checked last.
  const known = first === undefined ? others : [...others, first];
  for (const photo of known) {
    await page.locator('label', { has: page.locator(`input[name=photo][value="${photo.id}"]`) }).click();
    await page.locator('.photo-status').getByText(photo.title[language]).waitFor();
    for (const id of ['choose-photo', 'preprocess', 'predict', 'top-k']) await runCell(page, language, id);
    const guesses = await cell(page, 'top-k').locator('.prediction-bars').innerText();
    const right = photo.accepts.map((index) => labels[index]?.[language] ?? '?');
    if (!right.some((label) => guesses.includes(label))) missed.push(photo.id);
  }
  expect(known.length - missed.length, `missed: ${missed.join(', ')}`).toBeGreaterThanOrEqual(
    Math.max(12, known.length - 4),
  );
}

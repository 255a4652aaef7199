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

/** Asserts the outputs of lesson 1: five guesses, the first of them a cat, and guesses for a photo of no known class. */
export async function expectPretrained(page: Page, language: Language): Promise<void> {
  expect(Number(await page.locator('[data-tensors]').getAttribute('data-tensors'))).toBeGreaterThan(100);
  expect(
    await cell(page, 'load-model').locator('[data-output=progress] progress').getAttribute('max'),
  ).toMatch(/^\d{7}$/);

  const chart = cell(page, 'top-k').locator('[data-output=chart]');
  await chart.locator('.marks').first().waitFor();
  expect(await chart.locator('table tbody tr').count()).toBe(5);
  const [first] = await chart.locator('table tbody tr').allInnerTexts();
  const cats = [281, 282, 285].map((index) => labels[index]?.[language] ?? '?');
  expect(
    cats.some((label) => first?.includes(label)),
    first,
  ).toBe(true);

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
    await page.locator(`input[name=photo][value="${photo.id}"]`).check({ force: true });
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

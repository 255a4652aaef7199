import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAnnouncer } from '../../../../src/lessons-runtime/panel/dom/announcer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Creates an announcer; `texts` are the successive texts of its live region. */
function createRegion() {
  const texts: string[] = [];
  const element = {
    set textContent(text: string) {
      texts.push(text);
    },
  } as Element;
  return { texts, announce: createAnnouncer(element) };
}

it('empties the region before each text, also before a repeated one', () => {
  const { texts, announce } = createRegion();
  announce('Copied.');
  expect(texts).toEqual(['']);
  vi.runAllTimers();
  announce('Copied.');
  vi.runAllTimers();
  expect(texts).toEqual(['', 'Copied.', '', 'Copied.']);
});

it('announces only the last of several texts in quick succession', () => {
  const { texts, announce } = createRegion();
  for (const text of ['Queued', 'Running…', 'Done']) announce(text);
  vi.runAllTimers();
  expect(texts.filter((text) => text !== '')).toEqual(['Done']);
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAnnouncer } from '../../../../src/lessons-runtime/panel/dom/announcer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A live region, and each text that it came to hold. */
function region() {
  const held: string[] = [];
  const element = {
    set textContent(text: string) {
      held.push(text);
    },
  } as Element;
  return { held, say: createAnnouncer(element) };
}

it('empties the region before it says something, the same again as well', () => {
  const { held, say } = region();
  say('Copied.');
  expect(held).toEqual(['']);
  vi.runAllTimers();
  say('Copied.');
  vi.runAllTimers();
  expect(held).toEqual(['', 'Copied.', '', 'Copied.']);
});

it('says the last of what changes within a moment', () => {
  const { held, say } = region();
  for (const text of ['Queued', 'Running…', 'Done']) say(text);
  vi.runAllTimers();
  expect(held.filter((text) => text !== '')).toEqual(['Done']);
});

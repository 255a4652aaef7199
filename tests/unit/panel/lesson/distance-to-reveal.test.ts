import { describe, expect, it } from 'vitest';
import {
  distanceToResult,
  distanceToReveal,
} from '../../../../src/lessons-runtime/panel/lesson/distance-to-reveal.ts';

/** A window of 1000 pixels below a bar of 100. */
const visible = { top: 100, bottom: 1100 };
/** @param length the height of the next cell @param at the focused line within it */
function scroll(result: number, top: number, length: number, at = 10): number {
  const line = { top: top + at, bottom: top + at + 20 };
  return distanceToReveal(visible, result, { top, bottom: top + length }, line);
}

describe('the distance to scroll', () => {
  it('is none if the result and the next cell are visible', () => {
    expect(scroll(300, 500, 200)).toBe(0);
  });

  it('brings the whole next cell into sight', () => {
    expect(scroll(700, 1000, 300)).toBe(200);
  });

  it('goes back up to a result under the bar', () => {
    expect(scroll(50, 300, 200)).toBe(-50);
  });

  it('leaves half of the window to a long next cell, below the result', () => {
    expect(scroll(700, 1000, 2000)).toBe(400);
  });

  it('shows the end of a result that does not fit', () => {
    expect(scroll(200, 3000, 200)).toBe(2100);
    expect(scroll(-3000, 500, 200)).toBe(-400);
    expect(scroll(-5000, -50, 400)).toBe(-750);
  });

  it('always shows the focused line', () => {
    expect(scroll(700, 1000, 2000, 900)).toBe(1000 + 900 + 20 - 1100);
  });
});

describe('the distance to scroll to a result', () => {
  const toResult = (top: number, length: number, line: number | null = null) =>
    distanceToResult(visible, { top, bottom: top + length }, line);

  it('is none if the result is visible', () => {
    expect(toResult(300, 200)).toBe(0);
    expect(toResult(500, 3000), 'its start in half of the window').toBe(0);
  });

  it('brings a short result into sight as a whole', () => {
    expect(toResult(1050, 200)).toBe(150);
  });

  it('brings the start of a long result into half of the window', () => {
    expect(toResult(1050, 3000)).toBe(450);
  });

  it('leaves the line with the cursor in sight', () => {
    expect(toResult(1050, 3000, 300)).toBe(200);
    expect(toResult(1050, 3000, 50), 'a line under the bar').toBe(0);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChangeAnnouncer } from '../../../../../src/lessons-runtime/panel/output/live/announce-changes.ts';
import { createLiveBars } from '../../../../../src/lessons-runtime/panel/output/live/live-bars.ts';
import { showContext } from '../../../../support/show-context.ts';
import { standIn, useStandInDocument } from '../../../../support/stand-in-document.ts';

describe('the bars', () => {
  beforeEach(useStandInDocument);
  afterEach(() => void vi.unstubAllGlobals());

  const create = () => {
    const bars = createLiveBars(['taza', 'plato', 'nada'], showContext('es').words);
    const [name, list] = bars.nodes.map(standIn);
    const spoken = () => list?.byTag('li').map((row) => row.spokenText.replace(/\s+/g, ' '));
    const widths = () => list?.byClass('share-bar').map(({ children }) => children[0]?.style['width']);
    const top = () => list?.byTag('li').map(({ classes }) => classes.includes('live-top'));
    return { bars, name, spoken, widths, top };
  };

  it('show each class in percent, in the order of the classes, and name the most probable one', () => {
    const { bars, name, spoken, widths, top } = create();
    expect(bars.show([0.204, 0.75, 0.046])).toBe('plato');
    expect(name?.textContent).toBe('plato');
    expect(spoken()).toEqual(['taza 20 %', 'plato 75 %', 'nada 5 %']);
    expect(widths()).toEqual(['20.4%', '75%', '4.6%']);
    expect(top()).toEqual([false, true, false]);
  });

  it('are empty without a picture', () => {
    const { bars, name, spoken, top } = create();
    bars.show([1, 0, 0]);
    expect(bars.show(null)).toBe('');
    expect(name?.textContent).toBe('Sin imagen');
    expect(spoken()).toEqual(['taza –', 'plato –', 'nada –']);
    expect(top()).toEqual([false, false, false]);
  });

  it('stay within 0 and 100 % whatever the worker sends', () => {
    const { bars, widths } = create();
    bars.show([7, Number.NaN, -1]);
    expect(widths()).toEqual(['100%', '0%', '0%']);
    bars.show([0.5]);
    expect(widths()).toEqual(['50%', '0%', '0%']);
  });
});

describe('the most probable class', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is announced when it changes, and not more than once every two seconds', () => {
    const announced: string[] = [];
    const push = createChangeAnnouncer((text) => void announced.push(text));
    const pushFor = (milliseconds: number, ...texts: readonly string[]) => {
      for (let elapsed = 0; elapsed < milliseconds; elapsed += 100) {
        for (const text of texts) push(text);
        vi.advanceTimersByTime(100);
      }
    };
    pushFor(5000, 'cup');
    expect(announced).toEqual(['cup']);
    pushFor(10_000, 'plate', 'cup', 'plate');
    expect(announced).toEqual(['cup', 'plate']);
    pushFor(6000, 'cup');
    expect(announced).toEqual(['cup', 'plate', 'cup']);
    for (let second = 0; second < 20; second++) pushFor(1000, second % 2 === 0 ? 'plate' : 'cup');
    expect(announced.length).toBeLessThanOrEqual(3 + 10);
  });

  it('is not announced once the picture has gone, and is announced again with the next', () => {
    const announced: string[] = [];
    const push = createChangeAnnouncer((text) => void announced.push(text));
    push('cup');
    push('plate');
    push('');
    vi.advanceTimersByTime(5000);
    expect(announced).toEqual(['cup']);
    push('cup');
    vi.advanceTimersByTime(5000);
    expect(announced).toEqual(['cup', 'cup']);
  });
});

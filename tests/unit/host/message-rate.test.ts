import { describe, expect, it } from 'vitest';
import { createMessageRate } from '../../../src/lessons-runtime/host/message-rate.ts';

describe('createMessageRate', () => {
  it('accepts a thousand messages at once and twenty a second permanently', () => {
    let time = 0;
    const rate = createMessageRate(() => time);
    for (let n = 0; n < 1000; n++) expect(rate.count()).toBe(true);
    for (let n = 0; n < 20_000; n++) {
      time += 50;
      expect(rate.count()).toBe(true);
    }
  });

  it('detects a flood, also if the page reads slowly', () => {
    for (const step of [0, 0.1, 0.9]) {
      let time = 0;
      const rate = createMessageRate(() => time);
      const counted = Array.from({ length: 12_000 }, () => {
        time += step;
        return rate.count();
      });
      expect(counted.includes(false), `${step} ms`).toBe(true);
      expect(counted.indexOf(false)).toBeGreaterThanOrEqual(5000);
    }
  });

  it('accepts messages that were queued while the page was blocked', () => {
    let time = 0;
    const rate = createMessageRate(() => time);
    expect(rate.count()).toBe(true);
    // Five minutes in a dialog during a training with forty messages a second.
    time += 300_000;
    for (let n = 0; n < 12_000; n++) {
      time += 0.05;
      expect(rate.count()).toBe(true);
    }
  });

  it('detects a flood after a long pause', () => {
    let time = 0;
    const rate = createMessageRate(() => time);
    time += 3_600_000;
    const counted = Array.from({ length: 30_000 }, () => rate.count());
    expect(counted.includes(false)).toBe(true);
  });
});

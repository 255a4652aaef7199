import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import secondsOfCells from '../../src/course/lessons/seconds-of-cells.json' with { type: 'json' };

it('the measured times of cells belong to cells that exist, and are long enough to tell the speed of a device', () => {
  for (const [lesson, seconds] of Object.entries(secondsOfCells)) {
    for (const [cell, value] of Object.entries(seconds)) {
      expect(existsSync(`src/content/lessons/${lesson}/cells/${cell}.ts`), `${lesson}/${cell}`).toBe(true);
      expect(value).toBeGreaterThanOrEqual(0.5);
    }
  }
});

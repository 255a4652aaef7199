import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readMeasurements } from '../../src/course/measurements/measurements.ts';
import { targets } from '../../tools/measure-course/targets.ts';
import { withTables } from '../../tools/measure-course/write-readme.ts';

const { rows } = readMeasurements();
const lessons = 'src/content/lessons';
const texts = readdirSync(lessons, { recursive: true, encoding: 'utf8' }).filter((file) =>
  /\.(mdx|yaml)$/.test(file),
);

describe('the published measurements', () => {
  it('have at least 20 splits of the rows that the course relies on, and at least 10 of the others', () => {
    for (const { target, base, strategy, perClass, recalls } of rows) {
      const { sizeBases, splits } = targets[target as keyof typeof targets];
      const isMain = perClass === 10 && base === sizeBases[0] && ['frozen', 'everything'].includes(strategy);
      expect(recalls.length, `${target} ${base} ${strategy}`).toBeGreaterThanOrEqual(isMain ? splits : 10);
    }
  });

  it('are the figures of the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    expect(withTables(readme, rows)).toBe(readme);
  });

  it.each(texts)('are not typed into %s', (file) => {
    expect(readFileSync(`${lessons}/${file}`, 'utf8')).not.toMatch(/\d ± \d/);
  });
});

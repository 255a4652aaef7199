import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readCell } from '../../src/course/lessons/read-cell.ts';
import { partsOf, useTestLesson, valuesOf } from '../support/kernel-over-channel.ts';

const folder = '00-how-a-cell-works';
const lesson = useTestLesson({ timeout: 20_000 });

describe.each([
  {
    language: 'es',
    promise: 'Todo sigue ahí, también lo que contó hasta que la detuviste.',
  },
  {
    language: 'en',
    promise: 'All is still there, and so is what it had counted when you stopped it.',
  },
] as const)('lesson 0 ($language)', ({ language, promise }) => {
  it(`promises “${promise}”`, () => {
    const url = new URL(`../../src/content/lessons/${folder}/${language}.mdx`, import.meta.url);
    expect(readFileSync(url, 'utf8')).toContain(promise);
  });

  it('keeps that promise', async () => {
    lesson.open({ language });
    const run = (id: string) => lesson.run(readCell(folder, id, language).typescript, id);
    await run('six-times-seven');
    const counting = run('take-your-time');
    const counted = () => partsOf(lesson.outputs('take-your-time'), 'markdown').length;
    await vi.waitFor(() => expect(counted()).toBe(2), { timeout: 5000 });
    const start = performance.now();
    lesson.session.stop();
    expect((await counting).status).toBe('stopped');
    expect(performance.now() - start).toBeLessThan(300);

    const after = await run('still-there');
    expect(after.status).toBe('done');
    expect(partsOf(after.outputs, 'error')).toEqual([]);
    expect(valuesOf(await lesson.run('[rows, seats, done].join()'))).toEqual(['"6,7,2"']);
    expect(counted()).toBe(2);
    expect(lesson.states.filter(({ phase }) => phase === 'off')).toEqual([]);
  });
});

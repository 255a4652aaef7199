import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { localizeCode } from '../../src/course/code/localize-code.ts';
import { violations } from '../support/axe.ts';
import { check, comeTo as comeToExercise, writeExercise } from '../support/exercise-page.ts';
import { cell, runCell } from '../support/lesson-page.ts';
import { answerByMouse, comeTo, questionOn, questionsOf } from '../support/quiz-page.ts';
import { siteTest } from '../support/site-test.ts';
import { generatedTitles, rebuildTestSite, testTree } from '../support/test-site.ts';

const lessons = join(testTree, 'src/content/lessons');
const id = 'scale-numbers';

siteTest.for([
  ['es', '/es/lecciones/sonidos-a-b-c/', 1280],
  ['en', '/en/lessons/sounds-a-b-c/', 390],
] as const)('a lesson just generated works completely (%s)', async ([language, path, width], { open }) => {
  const { page } = await open(`${path}?backend=wasm`, {
    site: inject('testSite'),
    viewport: { width, height: 900 },
  });
  expect(await page.locator('h1').innerText()).toBe(generatedTitles[language]);
  await runCell(page, language, 'first-numbers');
  expect(await cell(page, 'first-numbers').locator('[data-output=value]').innerText()).toContain('200');

  await comeToExercise(page, id);
  const code = (name: string) => {
    const file = `${lessons}/06-audio/exercises/${id}/${name}.ts`;
    return localizeCode(readFileSync(file, 'utf8'), language, file);
  };
  await writeExercise(page, id, code('wrong/from-minus-one'));
  expect(await check(page, id)).toMatchObject({ verdict: 'incorrect', kind: 'incorrect' });
  await writeExercise(page, id, code('solution'));
  expect(await check(page, id)).toMatchObject({ verdict: 'correct', kind: 'correct' });

  const questions = questionsOf('06-audio', lessons);
  expect(questions).toHaveLength(6);
  for (const asked of questions) {
    const question = questionOn(page, asked);
    await comeTo(question);
    for (const [answer, verdict] of [
      [asked.wrong, 'incorrect'],
      [asked.right, 'correct'],
    ] as const) {
      await answerByMouse(question, asked, answer);
      await expect.poll(() => question.getAttribute('data-verdict')).toBe(verdict);
    }
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  expect(await violations(page)).toEqual([]);
});

it.each([
  [
    'in a check',
    `06-audio/exercises/${id}/check.ts`,
    "check.wrong('other'",
    "check.wrong('ohter'",
    /check\.ts:17: expected a message that feedback\.yaml has: .*; found ohter\. Write that message/,
  ],
  [
    'in a front matter',
    '06-audio/es.mdx',
    'minutes: 20',
    'minutes: many',
    /06-audio\/es\.mdx:7: minutes: expected .*, as a whole number; found many\. Correct it/,
  ],
  [
    'in the glossary',
    '../glossary.yaml',
    'term: modelo,',
    'word: modelo,',
    /src\/content\/glossary\.yaml:5: model\.es\.word: expected only term, definition; found the field word\./,
  ],
])('a mistake %s ends the build', (_, name, found, changed, says) => {
  const file = `${lessons}/${name}`;
  const sound = readFileSync(file, 'utf8');
  expect(sound).toContain(found);
  writeFileSync(file, sound.replace(found, changed));
  const built = rebuildTestSite();
  writeFileSync(file, sound);
  expect(built.isBuilt).toBe(false);
  expect(built.says).toMatch(says);
});

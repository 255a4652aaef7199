import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import RunLog from '../../src/components/lesson/run-log.astro';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { openPage, type SitePage } from './browser.ts';
import { lessonPath } from './lesson-page.ts';

/** The first lesson, with `<RunLog />` at the end of its text: a lesson that trains has it where its author put it. */
export async function openLessonWithRunLog(
  browser: Browser,
  language: Language,
  options: BrowserContextOptions = {},
): Promise<SitePage> {
  const container = await AstroContainer.create();
  const log = await container.renderToString(RunLog, {
    locals: { lesson: { folder: '01-pretrained', language } },
  });
  const opened = await openPage(browser, `/${language}/`, options);
  await opened.page.route(`**${lessonPath[language]}*`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</article>', `${log}</article>`);
    await route.fulfill({ response, body });
  });
  await opened.page.goto(`${inject('site')}${lessonPath[language]}?backend=cpu`);
  return opened;
}

import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import PhotoClasses from '../../src/components/lesson/photo-classes.astro';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { openPage, type SitePage } from './browser.ts';
import { lessonPath } from './lesson-page.ts';

/** A lesson's page with the learner's own classes before its photo picker, as an author would put them. */
export async function openPageWithClasses(
  browser: Browser,
  language: Language,
  names: readonly string[],
): Promise<SitePage> {
  const container = await AstroContainer.create();
  const section = await container.renderToString(PhotoClasses, {
    props: { names },
    locals: { lesson: { folder: '01-pretrained', language } },
  });
  const site = await openPage(browser, `/${language}/`, { permissions: ['camera'] });
  const address = `${inject('site')}${lessonPath[language]}?backend=wasm`;
  await site.page.route(address, async (route) => {
    const response = await route.fetch();
    const html = await response.text();
    await route.fulfill({ response, body: html.replace('<section class="photo-picker', `${section}$&`) });
  });
  await site.page.goto(address);
  return site;
}

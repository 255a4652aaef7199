import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import {
  type RecordFile,
  readRecordFile,
  writeRecordFile,
} from '../../src/lessons-runtime/progress/files/record-file.ts';
import type { Language } from '../../src/lessons-runtime/shared/language.ts';
import { sampleRecord } from './sample-record.ts';

export const progressPath: Readonly<Record<Language, string>> = { es: '/es/progreso/', en: '/en/progress/' };

/** The status line of the page. */
export const said = (page: Page) => page.locator('[data-said]');

/** Opens the progress page of the site that is open, else of the built course, and waits until it is filled in. */
export async function openProgress(page: Page, language: Language): Promise<void> {
  const site = page.url().startsWith('http') ? new URL(page.url()).origin : inject('site');
  await page.goto(site + progressPath[language]);
  await page.locator('[data-progress][data-mounted]').waitFor();
}

/** Presses a button and reads the file that is downloaded. */
export async function downloadBy(
  page: Page,
  name: string,
): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

/** Chooses a file with this text in one of the page's file fields. */
export async function chooseText(page: Page, field: 'import' | 'verify', text: string): Promise<void> {
  await page
    .locator(`[data-${field}]`)
    .setInputFiles({ name: 'file.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

/** Exports everything that is stored. */
export async function exported(page: Page): Promise<RecordFile> {
  const read = await readRecordFile((await downloadBy(page, 'Export to a file')).text);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** A file with an entry of every type. */
export const sampleFile = await writeRecordFile({ at: Date.UTC(2026, 10, 24, 15), record: sampleRecord });

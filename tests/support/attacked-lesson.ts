import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import {
  type Evaluates,
  noticeOf,
  outputOf,
  pageFacts,
  plantCanaries,
  runAttack,
  secret,
} from './attacked-page.ts';
import { type Attack, prelude } from './attacks/attack.ts';
import type { SitePage } from './browser.ts';
import { openBarMenu, writeCell } from './lesson-page.ts';
import { startRivalServer } from './rival-server.ts';
import { waitForEdit } from './stored-record.ts';

/** The cell of the attacks; a cell that ran before and must not change; a cell that must still run. */
export const attacked = 'first';
export const bystander = 'second';
export const witness = 'third';

interface Ended {
  readonly status: string;
  readonly text: string;
}

/** Drives the attacked lesson, in either browser. */
export interface AttackedDriver {
  readonly page: Evaluates;
  readonly site: string;
  /** Uncaught errors and console errors so far. */
  readonly errors: readonly string[];
  write(cell: string, source: string): Promise<void>;
  /** Presses a cell's *Run* and waits for the run's end. */
  run(cell: string): Promise<Ended>;
  /** Returns the output of a cell. */
  shown(cell: string): Promise<string>;
  /** Returns the notice of the bar above the lesson. */
  notice(): Promise<string>;
  /** Presses *Restart* if it is visible. */
  restart(): Promise<void>;
  wait(milliseconds: number): Promise<void>;
}

/** Code and output of the cells that must not change. */
export interface Watching {
  readonly bystander: { readonly source: string; readonly text: string };
  readonly witness: { readonly source: string; readonly text: string };
}

const watching: Watching = {
  bystander: { source: "console.log('I was here'); 7;", text: 'I was here7' },
  witness: { source: "console.log('still here'); 6 * 7;", text: 'still here42' },
};

/** A lesson whose stores hold a secret, and a server of another origin that records its requests. */
export interface AttackedLesson {
  /** Returns an attack's code with the addresses of the two servers. */
  address(source: string): string;
  /** Asserts that the other origin got no request, and that the page, its stores and its other cells are as before. */
  expectUntouched(): Promise<void>;
  /** Asserts that another cell runs as before. */
  expectWorking(): Promise<void>;
  /** Types an attack into the cell, runs it, and asserts that it was tried and that all is untouched. */
  contain(attack: Attack): Promise<void>;
  close(): Promise<void>;
}

export async function createAttackedLesson(
  driver: AttackedDriver,
  watch: Watching = watching,
): Promise<AttackedLesson> {
  const { page, errors, site } = driver;
  const rival = await startRivalServer();
  await plantCanaries(page);
  for (const [cell, { source }] of [
    [bystander, watch.bystander],
    [witness, watch.witness],
  ] as const) {
    await driver.write(cell, source);
    await driver.run(cell);
    await waitForEdit(page, cell, source);
  }
  const untouched = await pageFacts(page);

  const address = (source: string) => source.replaceAll('RIVAL', rival.origin).replaceAll('SITE', site);

  async function expectUntouched(): Promise<void> {
    expect(rival.visits).toEqual([]);
    for (const [fact, value] of Object.entries(await pageFacts(page)))
      expect(value, fact).toEqual(untouched[fact]);
    expect(await driver.shown(bystander)).toBe(watch.bystander.text);
  }

  async function expectWorking(): Promise<void> {
    expect(await driver.run(witness)).toEqual({ status: 'done', text: watch.witness.text });
  }

  async function expectContained({
    source,
    shows,
    ends = 'done',
    notice,
    lingers = 0,
  }: Attack): Promise<void> {
    const known = errors.length;
    await driver.write(attacked, `${prelude}\n${address(source)}`);
    const { status } = await driver.run(attacked);
    if (lingers > 0) await driver.wait(lingers);
    const text = await driver.shown(attacked);
    expect(text).toMatch(shows);
    if (ends !== 'any') expect(status, text).toBe(ends);
    if (notice !== undefined) expect(await driver.notice()).toMatch(notice);
    expect(text).not.toMatch(/\bGOT\b/);
    expect(text).not.toContain(secret);
    await expectUntouched();
    expect(errors.slice(known).filter((error) => /at .*\/_astro\//.test(error))).toEqual([]);
  }

  return {
    address,
    expectUntouched,
    expectWorking,
    async contain(attack) {
      try {
        await expectContained(attack);
      } catch (error) {
        // An attack that succeeded must not make the following tests fail.
        await driver.restart();
        throw error;
      }
    },
    close: () => rival.close(),
  };
}

/** Drives the lesson in Chromium. */
export function driveChromium({ page, errors, site }: SitePage): AttackedDriver & { readonly page: Page } {
  return {
    page,
    errors,
    site,
    write: (cell, source) => writeCell(page, cell, source),
    run: (cell) => runAttack(page, cell),
    shown: (cell) => outputOf(page, cell),
    notice: () => noticeOf(page),
    async restart() {
      await openBarMenu(page);
      const button = page.getByRole('button', { name: 'Restart', exact: true });
      if (await button.isVisible()) await button.click();
    },
    wait: (milliseconds) => page.waitForTimeout(milliseconds),
  };
}

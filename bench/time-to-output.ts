import { setTimeout } from 'node:timers/promises';
import { type Line, openPage, openProfile } from './browser.ts';
import { clickUntil, firstCell, lessonPath } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { kilobytes, type Section, times, timing } from './report.ts';
import type { FileServer } from './serve-files.ts';
import { interleave, median } from './statistics.ts';

const names = [
  'course, click out of the blue',
  'course, 300 ms after reaching the button',
  'bare, tfjs at the click',
  'bare, tfjs with the page',
] as const;
type Name = (typeof names)[number];

interface Contestant {
  readonly path: string;
  readonly button: string;
  readonly output: string;
  /** How long the pointer rests on the button before the click; none comes by way of the pointer where it is 0. */
  readonly restMilliseconds: number;
}

const course: Contestant = {
  path: lessonPath,
  button: `[data-cell="${firstCell}"] [data-action=run]`,
  output: `[data-cell="${firstCell}"] [data-output="table"]`,
  restMilliseconds: 0,
};
const bare: Contestant = {
  path: '/bare/',
  button: '#run',
  output: '#output table',
  restMilliseconds: 0,
};

const contestants: Readonly<Record<Name, Contestant>> = {
  'course, click out of the blue': course,
  'course, 300 ms after reaching the button': { ...course, restMilliseconds: 300 },
  'bare, tfjs at the click': bare,
  'bare, tfjs with the page': { ...bare, path: '/bare/?scripts=first' },
};

/** What the course is divided by: tfjs loaded when it does, and tfjs loaded beforehand. */
const baselines = ['bare, tfjs at the click', 'bare, tfjs with the page'] as const satisfies readonly Name[];

const badLine: Line = { megabitsPerSecond: 4, latencyMilliseconds: 80 };
/** A narrow line takes nearly all the time itself, and always the same. */
const badLineRounds = 3;

/** From the click on lesson 1's first cell to its table, against a page with tfjs and nothing else. */
export const timeToOutput: Measure = {
  name: 'time-to-output',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    // Once unmeasured: the server compresses a file when it is first asked for.
    for (const name of names) await measureVisit(contestants[name], server, { visits: 1, line: null });
    return [
      await measure('a new profile, nothing cached', server, rounds, { visits: 1, line: null }),
      await measure('the third visit, all cached', server, rounds, { visits: 3, line: null }),
      await measure('a new profile, 4 Mbit/s and 80 ms', server, badLineRounds, { visits: 1, line: badLine }),
    ];
  },
};

interface Circumstances {
  /** The last visit of the profile is measured. */
  readonly visits: number;
  readonly line: Line | null;
}

async function measure(
  title: string,
  server: FileServer,
  rounds: number,
  circumstances: Circumstances,
): Promise<Section> {
  const visits = await interleave(names, rounds, (name) =>
    measureVisit(contestants[name], server, circumstances),
  );
  const clicked = (name: Name) => visits[name].map(({ clickMilliseconds }) => clickMilliseconds);
  const opened = (name: Name) =>
    visits[name].map((visit) => visit.loadMilliseconds + visit.clickMilliseconds);
  return {
    title: `Click to first output: ${title}`,
    about: [
      `Lesson 1's first cell: load the model, show its table. Milliseconds, median (min–max) of ${rounds}.`,
      '“Opening + click” adds the time from the address to the load event: a page that loads tfjs first pays there.',
    ].join(' '),
    head: [
      'page',
      'click → table',
      '÷ bare, tfjs at the click',
      '÷ bare, tfjs with the page',
      'opening + click',
      '÷ bare, tfjs at the click',
      '÷ bare, tfjs with the page',
      'KB transferred',
    ],
    rows: names.map((name) => [
      name,
      timing(clicked(name)),
      ...baselines.map((bareName) => times(clicked(name), clicked(bareName))),
      timing(opened(name)),
      ...baselines.map((bareName) => times(opened(name), opened(bareName))),
      kilobytes(median(visits[name].map(({ bytes }) => bytes))),
    ]),
  };
}

interface Visit {
  readonly loadMilliseconds: number;
  readonly clickMilliseconds: number;
  readonly bytes: number;
}

async function measureVisit(
  { path, button, output, restMilliseconds }: Contestant,
  server: FileServer,
  { visits, line }: Circumstances,
): Promise<Visit> {
  const profile = await openProfile();
  try {
    for (let visit = 1; ; visit += 1) {
      const before = server.sent();
      const { page, loadMilliseconds } = await openPage(profile.context, server.origin + path, line);
      if (restMilliseconds > 0) {
        await page.locator(button).hover();
        await setTimeout(restMilliseconds);
      }
      const clickMilliseconds = await clickUntil(page, button, output);
      if (visit === visits) return { loadMilliseconds, clickMilliseconds, bytes: server.sent() - before };
    }
  } finally {
    await profile.close();
  }
}

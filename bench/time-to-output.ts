import { setTimeout } from 'node:timers/promises';
import { type NetworkConditions, openPage, openProfile } from './browser.ts';
import { clickUntil, firstCell, lessonPath } from './lesson-page.ts';
import type { Bench, Measure } from './measure.ts';
import { kilobytes, type Section, times, timing } from './report.ts';
import type { FileServer } from './serve-files.ts';
import { interleave, median } from './statistics.ts';

const names = [
  'course, click without hovering',
  'course, click after hovering 300 ms',
  'bare, tfjs at the click',
  'bare, tfjs with the page',
] as const;
type Name = (typeof names)[number];

/** A page whose first output is measured. */
interface Contestant {
  readonly path: string;
  readonly button: string;
  readonly output: string;
  /** How long the pointer hovers over the button before the click. With 0 it does not hover at all. */
  readonly hoverMilliseconds: number;
}

const course: Contestant = {
  path: lessonPath,
  button: `[data-cell="${firstCell}"] [data-action=run]`,
  output: `[data-cell="${firstCell}"] [data-output="table"]`,
  hoverMilliseconds: 0,
};
const bare: Contestant = {
  path: '/bare/',
  button: '#run',
  output: '#output table',
  hoverMilliseconds: 0,
};

const contestants: Readonly<Record<Name, Contestant>> = {
  'course, click without hovering': course,
  'course, click after hovering 300 ms': { ...course, hoverMilliseconds: 300 },
  'bare, tfjs at the click': bare,
  'bare, tfjs with the page': { ...bare, path: '/bare/?scripts=first' },
};

/** The baselines of the ratios: tfjs loaded at the click, as in the course, and tfjs loaded with the page. */
const baselines = ['bare, tfjs at the click', 'bare, tfjs with the page'] as const satisfies readonly Name[];

const slowNetwork: NetworkConditions = { megabitsPerSecond: 4, latencyMilliseconds: 80 };
/** Fewer rounds, because on a slow network the download dominates and varies little. */
const slowNetworkRounds = 3;

/** Measures the time from the click on lesson 1's first cell to its table, compared with a page that only has tfjs. */
export const timeToOutput: Measure = {
  name: 'time-to-output',
  async run({ server, rounds }: Bench): Promise<readonly Section[]> {
    // An unmeasured visit, because the server compresses a file at its first request.
    for (const name of names) await measureVisit(contestants[name], server, { visits: 1, network: null });
    return [
      await measure('a new profile, nothing cached', server, rounds, { visits: 1, network: null }),
      await measure('the third visit, all cached', server, rounds, { visits: 3, network: null }),
      await measure('a new profile, 4 Mbit/s and 80 ms', server, slowNetworkRounds, {
        visits: 1,
        network: slowNetwork,
      }),
    ];
  },
};

/** The conditions of a measurement. */
interface Conditions {
  /** The number of visits with one profile. The last one is measured. */
  readonly visits: number;
  readonly network: NetworkConditions | null;
}

async function measure(
  title: string,
  server: FileServer,
  rounds: number,
  conditions: Conditions,
): Promise<Section> {
  const visits = await interleave(names, rounds, (name) =>
    measureVisit(contestants[name], server, conditions),
  );
  const clicked = (name: Name) => visits[name].map(({ clickMilliseconds }) => clickMilliseconds);
  const opened = (name: Name) =>
    visits[name].map((visit) => visit.loadMilliseconds + visit.clickMilliseconds);
  return {
    title: `Click to first output: ${title}`,
    about: [
      `Lesson 1's first cell: load the model, show its table. Milliseconds, median (min–max) of ${rounds}.`,
      '“Opening + click” adds the time from navigation to the load event, which includes tfjs if it is loaded with the page.',
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
  { path, button, output, hoverMilliseconds }: Contestant,
  server: FileServer,
  { visits, network }: Conditions,
): Promise<Visit> {
  const profile = await openProfile();
  try {
    for (let visit = 1; ; visit += 1) {
      const before = server.sent();
      const { page, loadMilliseconds } = await openPage(profile.context, server.origin + path, network);
      if (hoverMilliseconds > 0) {
        await page.locator(button).hover();
        await setTimeout(hoverMilliseconds);
      }
      const clickMilliseconds = await clickUntil(page, button, output);
      if (visit === visits) return { loadMilliseconds, clickMilliseconds, bytes: server.sent() - before };
    }
  } finally {
    await profile.close();
  }
}

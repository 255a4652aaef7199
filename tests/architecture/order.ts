/**
 * Every place of the source, lowest first. A file imports from its own place and from lower lines, never from its own line's
 * other places, nor from a higher line. A place is a folder or a file, by its path below `src/`; the longest that fits counts.
 */
export const order: readonly (readonly string[])[] = [
  ['lessons-runtime/shared'],
  ['lessons-runtime/lesson'],
  ['lessons-runtime/protocol', 'lessons-runtime/compile', 'lessons-runtime/quiz'],
  [
    'lessons-runtime/models',
    'lessons-runtime/datasets',
    'lessons-runtime/training',
    'lessons-runtime/progress',
    'lessons-runtime/grading',
  ],
  ['lessons-runtime/kernel'],
  ['lessons-runtime/charts', 'lessons-runtime/library', 'lessons-runtime/grader', 'lessons-runtime/host'],
  ['lessons-runtime/panel'],
  [
    'lessons-runtime/index.ts',
    'lessons-runtime/progress-page.ts',
    'lessons-runtime/record.ts',
    'lessons-runtime/build.ts',
  ],
  ['env.d.ts', 'styles', 'i18n'],
  ['course'],
  ['content.config.ts', 'downloads', 'components'],
  ['layouts'],
  ['pages'],
];

/** Places within a folder, with the same meaning. What lies in the folder itself is above them all. */
export const innerOrders: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'lessons-runtime/compile': [['source'], ['problems'], ['names'], ['types'], ['modules']],
  'lessons-runtime/progress': [['record'], ['blobs', 'files']],
};

/** The scripts of the worker: each is loaded on its own, and each has a folder. */
export const scriptFolders = ['kernel', 'charts', 'library', 'grader'] as const;

/** What the site's own files may import of the runtime. */
export const doors = [
  'lessons-runtime/index.ts',
  'lessons-runtime/progress-page.ts',
  'lessons-runtime/record.ts',
  'lessons-runtime/build.ts',
];

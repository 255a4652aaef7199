/**
 * The order of imports: all places of `src/`, the lowest line first. A file may import from its own place and from places on
 * lower lines, but not from other places on its line or from higher lines. A place is a folder or file, as a path below
 * `src/`; a file belongs to the longest place that matches its path.
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
    'lessons-runtime/home-page.ts',
    'lessons-runtime/record.ts',
    'lessons-runtime/build.ts',
  ],
  ['env.d.ts', 'styles', 'i18n'],
  ['course'],
  ['content.config.ts', 'downloads', 'components'],
  ['layouts'],
  ['pages'],
];

/** The order within some folders. Files directly in such a folder are above all of its places. */
export const innerOrders: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'lessons-runtime/compile': [['source'], ['problems'], ['names'], ['types'], ['modules']],
  'lessons-runtime/progress': [['record'], ['blobs', 'files']],
};

/** The folders of the worker's scripts, each of which is loaded separately. */
export const scriptFolders = ['kernel', 'charts', 'library', 'grader'] as const;

/** The files of the runtime that the rest of the site may import, besides those of `shared/`. */
export const entryPoints = [
  'lessons-runtime/index.ts',
  'lessons-runtime/progress-page.ts',
  'lessons-runtime/home-page.ts',
  'lessons-runtime/record.ts',
  'lessons-runtime/build.ts',
];

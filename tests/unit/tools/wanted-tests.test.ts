import { describe, expect, it } from 'vitest';
import { testFiles, wantedTests } from '../../../tools/wanted-tests.mjs';

const files = [
  'tests/unit/host/cell-state.test.ts',
  'tests/wire/cells.test.ts',
  'tests/browser/cells.test.ts',
  'tests/browser/firefox.test.ts',
];

describe('what a command for tests needs', () => {
  it.each([
    ['everything', [], { isWhole: true, needsChromium: true, needsFirefox: true, vitest: [] }],
    [
      'the part without a browser',
      ['--unit'],
      { isWhole: false, needsChromium: false, needsFirefox: false, vitest: ['--project', 'unit'] },
    ],
    [
      'a file without a browser',
      ['unit/host'],
      { isWhole: false, needsChromium: false, needsFirefox: false, vitest: ['unit/host'] },
    ],
    [
      'a name that files with and without a browser share',
      ['cells'],
      { isWhole: false, needsChromium: true, needsFirefox: false, vitest: ['cells'] },
    ],
    [
      'a file in Firefox',
      ['--browser', 'firefox'],
      {
        isWhole: false,
        needsChromium: false,
        needsFirefox: true,
        vitest: ['--project', 'browser', '--project', 'browser-alone', 'firefox'],
      },
    ],
  ])('%s', (_, args, needs) => {
    expect(wantedTests(args, files)).toEqual(needs);
  });

  it('is told from the files that there are', () => {
    expect(testFiles()).toContain('tests/unit/tools/wanted-tests.test.ts');
  });
});

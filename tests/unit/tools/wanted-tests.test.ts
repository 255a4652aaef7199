import { describe, expect, it } from 'vitest';
import { testFiles, wantedTests } from '../../../tools/wanted-tests.mjs';

const files = [
  'tests/unit/host/cell-state.test.ts',
  'tests/wire/cells.test.ts',
  'tests/browser/cells.test.ts',
  'tests/browser/firefox.test.ts',
  'tests/long/firefox-isolation.test.ts',
];

describe('wantedTests', () => {
  it.each([
    [
      'all tests but the long ones',
      [],
      {
        isComplete: true,
        needsChromium: true,
        needsFirefox: true,
        vitest: ['--project', '!long'],
      },
    ],
    [
      'the tests without a browser',
      ['--unit'],
      { isComplete: false, needsChromium: false, needsFirefox: false, vitest: ['--project', 'unit'] },
    ],
    [
      'a test file without a browser',
      ['unit/host'],
      {
        isComplete: false,
        needsChromium: false,
        needsFirefox: false,
        vitest: ['--project', '!long', 'unit/host'],
      },
    ],
    [
      'a name that matches files with and without a browser',
      ['cells'],
      {
        isComplete: false,
        needsChromium: true,
        needsFirefox: false,
        vitest: ['--project', '!long', 'cells'],
      },
    ],
    [
      'a test file for Firefox',
      ['--browser', 'firefox'],
      {
        isComplete: false,
        needsChromium: false,
        needsFirefox: true,
        vitest: ['--project', 'browser', '--project', 'browser-alone', 'firefox'],
      },
    ],
    [
      'the long tests',
      ['--long'],
      { isComplete: false, needsChromium: false, needsFirefox: true, vitest: ['--project', 'long'] },
    ],
  ])('returns the needs of %s', (_, args, needs) => {
    expect(wantedTests(args, files)).toEqual(needs);
  });

  it('chooses from the project’s test files', () => {
    expect(testFiles()).toContain('tests/unit/tools/wanted-tests.test.ts');
  });
});

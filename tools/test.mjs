/**
 * `npm test`: installs what is missing, finds or installs Chromium and if possible Firefox, runs `npm run check`, builds the
 * course and runs all tests but the long ones.
 *
 * With arguments it runs only some tests, and needs a browser and a build only if these do. `--unit`, `--browser` and `--long` select
 * a part of the tests; names select the test files that contain them; other arguments are passed to Vitest.
 *
 * It is JavaScript because it runs before anything is installed, maybe on a Node without support for TypeScript.
 */
import { ensureInstalled, run } from './install.mjs';
import { isBuilt, testFiles, wantedTests } from './wanted-tests.mjs';

ensureInstalled();
const { isComplete, needsChromium, needsFirefox, vitest } = wantedTests(process.argv.slice(2), testFiles());
if (needsChromium) run('npm', ['exec', '--', 'node', 'tools/ensure-chromium.ts']);
if (needsFirefox) run('npm', ['exec', '--', 'node', 'tools/ensure-firefox.ts']);
if (isComplete) run('npm', ['run', '--silent', 'check']);
if (isComplete || ((needsChromium || needsFirefox) && !isBuilt())) run('npm', ['run', '--silent', 'build']);
run('npm', ['exec', '--', 'vitest', 'run', ...vitest]);

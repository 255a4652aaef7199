/** Writes `dist/`, the content of the package: JavaScript, its types, and a module with the compiled kernels. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { writeBuilds } from './compile-assembly.ts';

const root = new URL('../', import.meta.url);
const dist = new URL('dist/', root);
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

rmSync(dist, { recursive: true, force: true });
execFileSync(process.execPath, [compiler, '-p', fileURLToPath(root)], { stdio: 'inherit' });

// TypeScript rewrites the extensions of relative imports in JavaScript, but not in declarations.
for (const name of readdirSync(dist).filter((file) => file.endsWith('.d.ts'))) {
  const types = readFileSync(new URL(name, dist), 'utf8');
  writeFileSync(new URL(name, dist), types.replaceAll(/(from '\.\/[\w-]+)\.ts'/g, "$1.js'"));
}
writeFileSync(new URL('compiled-builds.js', dist), await writeBuilds());

import { fileURLToPath } from 'node:url';
import { normalizePath, type Plugin } from 'vite';
import { writeBuilds } from '../src/lessons-runtime/training/build/compile-assembly.ts';

const compiling = normalizePath(
  fileURLToPath(new URL('../src/lessons-runtime/training/compiled-builds.js', import.meta.url)),
);

/** Replaces the module that compiles the training kernels with the compiled kernels. */
export function trainingKernels(): Plugin {
  return {
    name: 'deshielo:training-kernels',
    load: (id) => (id === compiling ? writeBuilds() : undefined),
  };
}

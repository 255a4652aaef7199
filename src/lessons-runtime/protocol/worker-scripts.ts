/** The scripts that the worker loads when a cell first needs them. The entry of each is `<name>-entry.ts`. */
export const lazyScriptNames = [
  'backend-webgl',
  'backend-wasm',
  'graph-models',
  'labelled-data',
  'predictions',
  'problems',
  'charts',
  'library',
] as const;
export type ScriptName = (typeof lazyScriptNames)[number];

/** All scripts that run in a lesson's worker; each is published as a separate file. */
export const workerScriptNames = ['kernel', ...lazyScriptNames] as const;
export type WorkerScript = (typeof workerScriptNames)[number];

/** The scripts that the worker asks for when a cell first needs them. Each `<name>` has its entry in `<name>-entry.ts`. */
export const lazyScriptNames = [
  'backend-webgl',
  'backend-wasm',
  'graph-models',
  'icon-data',
  'predictions',
  'problems',
  'charts',
  'library',
] as const;
export type ScriptName = (typeof lazyScriptNames)[number];

/** All scripts that run in a lesson's worker and have an address of their own. */
export const workerScriptNames = ['kernel', ...lazyScriptNames] as const;
export type WorkerScript = (typeof workerScriptNames)[number];

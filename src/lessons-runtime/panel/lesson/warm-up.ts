/** Calls `warmUp` once, when the learner points at a Run button or focuses it: a run is likely to follow. */
export function warmUpBeforeRun(root: Document, warmUp: () => void): void {
  const listeners = new AbortController();
  for (const button of root.querySelectorAll('[data-action=run], [data-action=run-all]')) {
    for (const type of ['pointerenter', 'focus']) {
      button.addEventListener(
        type,
        () => {
          listeners.abort();
          warmUp();
        },
        { signal: listeners.signal },
      );
    }
  }
}

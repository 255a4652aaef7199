/** Whoever points at a Run button, or comes to it by keyboard, is about to press it: that is time to start in. */
export function warmUpBeforeRun(root: Document, warmUp: () => void): void {
  const hints = new AbortController();
  for (const button of root.querySelectorAll('[data-action=run], [data-action=run-all]')) {
    for (const hint of ['pointerenter', 'focus']) {
      button.addEventListener(
        hint,
        () => {
          hints.abort();
          warmUp();
        },
        { signal: hints.signal },
      );
    }
  }
}

/**
 * Calls a function with each picture that is dropped on an element, or pasted on the page while it can be seen. It does not use
 * `onFilesDropped`, which is part of the first script of a lesson: sharing it would make it a file that every page requests.
 *
 * @param isInSight whether the element can be seen
 * @param signal ends it
 */
export function acceptPictures(
  node: HTMLElement,
  isInSight: () => boolean,
  signal: AbortSignal,
  onPicture: (picture: File) => void,
): void {
  node.addEventListener('dragover', (event) => event.preventDefault());
  node.addEventListener('drop', (event) => {
    event.preventDefault();
    const [dropped] = event.dataTransfer?.files ?? [];
    if (dropped !== undefined) onPicture(dropped);
  });
  document.addEventListener(
    'paste',
    (event) => {
      const pasted = [...(event.clipboardData?.files ?? [])].find(({ type }) => type.startsWith('image/'));
      if (pasted === undefined || !isInSight() || isEditable(event.target)) return;
      event.preventDefault();
      onPicture(pasted);
    },
    { signal },
  );
}

/** Returns whether a text can be pasted into an element. */
function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'));
}

/** Several changes within a moment are one to hear: the last. */
const pauseMilliseconds = 150;

/**
 * Says texts in a live region that the page has had, empty, since it came: some readers miss one that comes with its text.
 * The region is emptied first, as the same text again would be no change to hear.
 */
export function createAnnouncer(region: Element): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    region.textContent = '';
    timer = setTimeout(() => {
      region.textContent = text;
    }, pauseMilliseconds);
  };
}

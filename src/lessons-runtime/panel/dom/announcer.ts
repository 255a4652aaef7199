/** Of several texts within this time, only the last is announced. */
const pauseMilliseconds = 150;

/**
 * Creates a function that announces texts in a live region. The region must be in the page, empty, from the start, because
 * some screen readers miss a region that is inserted together with its text. It is emptied before each text: otherwise
 * repeating a text would not be a change.
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

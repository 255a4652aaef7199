/**
 * Makes the buttons that print a lesson set what is printed: a worksheet without hints and answers, or the lesson with all of
 * them. The print styles read it; the page itself does not change, because opening a solution counts as having seen it.
 */
export function startPrintButtons(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
    button.addEventListener('click', () => {
      const root = document.documentElement;
      root.dataset['printing'] = button.dataset['print'];
      addEventListener('afterprint', () => root.removeAttribute('data-printing'), { once: true });
      print();
    });
  }
}

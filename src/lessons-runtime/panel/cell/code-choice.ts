const key = 'deshielo:code';

/** Restores the choice between TypeScript and Keras, and applies a new one to all cells of the page. */
export function mountCodeChoice(root: Document): void {
  const radios = root.querySelectorAll<HTMLInputElement>('[data-code-choice]');
  const choose = (language: string) => {
    for (const radio of radios) radio.checked = radio.value === language;
  };
  try {
    choose(localStorage.getItem(key) ?? 'TypeScript');
  } catch {
    // The browser refuses storage: the choice lasts until the page is closed.
  }
  for (const radio of radios) {
    radio.addEventListener('change', () => {
      const before = radio.getBoundingClientRect().top;
      choose(radio.value);
      // The cells above may have changed their height.
      scrollBy({ top: radio.getBoundingClientRect().top - before, behavior: 'instant' });
      try {
        localStorage.setItem(key, radio.value);
      } catch {}
    });
  }
}

const key = 'deshielo:code';

/** Mounts a cell's choice between TypeScript and Keras, which all cells share and which is stored on the device. */
export function mountCodeChoice(section: HTMLElement): void {
  const stored = readChoice();
  if (stored !== null) choose(section, stored);
  for (const radio of radiosIn(section)) {
    radio.addEventListener('change', () => {
      const before = radio.getBoundingClientRect().top;
      choose(document, radio.value);
      // The cells above may have changed their height.
      scrollBy({ top: radio.getBoundingClientRect().top - before, behavior: 'instant' });
      storeChoice(radio.value);
    });
  }
}

function radiosIn(root: ParentNode): Iterable<HTMLInputElement> {
  return root.querySelectorAll<HTMLInputElement>('[data-code-choice]');
}

function choose(root: ParentNode, language: string): void {
  for (const radio of radiosIn(root)) radio.checked = radio.value === language;
}

function readChoice(): string | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === 'TypeScript' || stored === 'Keras' ? stored : null;
  } catch {
    return null;
  }
}

function storeChoice(language: string): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // The browser refuses storage: the choice lasts until the page is closed.
  }
}

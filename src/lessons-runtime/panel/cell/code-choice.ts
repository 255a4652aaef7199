import { type CodeLanguage, codeLanguages } from '../../shared/code-languages.ts';

const key = 'deshielo:code';

/** Mounts a cell's tabs of TypeScript and Keras. The choice is that of all cells, and is stored on the device. */
export function mountCodeChoice(section: HTMLElement): void {
  const tabs = tabsIn(section);
  if (tabs.length === 0) return;
  const stored = readChoice();
  if (stored !== null) choose(tabs, stored);
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => chooseInAll(tab));
    tab.addEventListener('keydown', (event) => {
      const next = nextTab(tabs, index, event.key);
      if (next === undefined) return;
      event.preventDefault();
      next.focus();
      chooseInAll(next);
    });
  }
  // The code of this cell is about to be edited.
  section.addEventListener('show-code', () => choose(tabs, 'TypeScript'));
}

/** Returns the tab to which a key moves; `undefined` for other keys. */
function nextTab(tabs: readonly HTMLElement[], index: number, pressed: string): HTMLElement | undefined {
  switch (pressed) {
    case 'ArrowRight':
      return tabs[(index + 1) % tabs.length];
    case 'ArrowLeft':
      return tabs.at(index - 1);
    case 'Home':
      return tabs[0];
    case 'End':
      return tabs.at(-1);
    default:
      return undefined;
  }
}

function tabsIn(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('[data-code-choice]')];
}

function languageOf(tab: HTMLElement): CodeLanguage | undefined {
  return codeLanguages.find((language) => language === tab.dataset['codeChoice']);
}

function choose(tabs: readonly HTMLElement[], language: CodeLanguage): void {
  for (const tab of tabs) {
    const isChosen = languageOf(tab) === language;
    tab.setAttribute('aria-selected', String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    if (isChosen) tab.closest<HTMLElement>('.cell-body')?.setAttribute('data-shown', language);
  }
}

function chooseInAll(tab: HTMLElement): void {
  const language = languageOf(tab);
  if (language === undefined) return;
  const before = tab.getBoundingClientRect().top;
  choose(tabsIn(document), language);
  // The cells above may have changed their height.
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
  storeChoice(language);
}

function readChoice(): CodeLanguage | null {
  try {
    const stored = localStorage.getItem(key);
    return codeLanguages.find((language) => language === stored) ?? null;
  } catch {
    return null;
  }
}

function storeChoice(language: CodeLanguage): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // The browser refuses storage: the choice lasts until the page is closed.
  }
}

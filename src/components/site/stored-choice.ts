/** The key of a reader's choice in `localStorage`. If storage is refused or full, the choice is lost with the page. */
type ChoiceName = 'deshielo:theme' | 'deshielo:language';

/** Returns the stored choice, or `null` if there is none or storage is refused. */
export function readChoice(name: ChoiceName): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Stores a choice; `null` removes it. */
export function storeChoice(name: ChoiceName, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // The browser refuses storage: nothing else depends on it.
  }
}

/** What the reader chose, kept on this device. Storage may be refused or full: then the choice lasts for the page. */
type ChoiceName = 'deshielo:theme' | 'deshielo:language';

/** The stored choice, or `null` where there is none or storage is refused. */
export function readChoice(name: ChoiceName): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Stores a choice; `null` forgets it. */
export function keepChoice(name: ChoiceName, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Refused by the browser: nothing else depends on it.
  }
}

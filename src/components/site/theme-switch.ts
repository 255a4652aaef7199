import { readChoice, storeChoice } from './stored-choice.ts';

/** Connects the theme's radio buttons: `light`, `dark`, or `auto`, which follows the system. */
export function startThemeSwitch(): void {
  const radios = document.querySelectorAll<HTMLInputElement>('[data-theme-switch] input');
  const stored = readChoice('deshielo:theme');
  const current = stored === 'light' || stored === 'dark' ? stored : 'auto';
  for (const radio of radios) {
    radio.checked = radio.value === current;
    radio.addEventListener('change', () => {
      const chosen = radio.value === 'auto' ? null : radio.value;
      storeChoice('deshielo:theme', chosen);
      if (chosen === null) document.documentElement.removeAttribute('data-theme');
      else document.documentElement.setAttribute('data-theme', chosen);
    });
  }
}

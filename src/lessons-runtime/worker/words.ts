import type { Language } from '../shared/language.ts';

interface KernelWords {
  readonly linesOmitted: (limit: number) => string;
  readonly notExported: (specifier: string, name: string) => string;
  readonly unknownModule: (specifier: string, known: readonly string[]) => string;
}

/** The few sentences that the kernel itself puts into a cell's output. */
export const kernelWords: Record<Language, KernelWords> = {
  es: {
    linesOmitted: (limit) => `… se muestran ${limit} líneas; las siguientes se omiten.`,
    notExported: (specifier, name) =>
      name === 'default'
        ? `«${specifier}» no tiene exportación por defecto: escribe import * as … o import { … }.`
        : `«${specifier}» no exporta «${name}». Comprueba cómo se escribe, con sus mayúsculas.`,
    unknownModule: (specifier, known) =>
      `Una celda no puede importar «${specifier}». Puede importar: ${known.map((name) => `«${name}»`).join(', ')}.`,
  },
  en: {
    linesOmitted: (limit) => `… ${limit} lines are shown; those after are left out.`,
    notExported: (specifier, name) =>
      name === 'default'
        ? `“${specifier}” has no default export: write import * as … or import { … }.`
        : `“${specifier}” does not export “${name}”. Check its spelling, capitals and all.`,
    unknownModule: (specifier, known) =>
      `A cell cannot import “${specifier}”. It can import: ${known.map((name) => `“${name}”`).join(', ')}.`,
  },
};

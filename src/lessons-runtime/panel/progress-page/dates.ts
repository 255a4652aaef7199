import type { Language } from '../../shared/language.ts';

/** A moment for people: `24 de noviembre de 2026, 15:00`. */
export function dateText(at: number | string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(at));
}

/** A file's name with its day, and with whose it is: `deshielo-entrega-ana-núñez-2026-11-24`. */
export function fileStem(name: string, at: number, learner = ''): string {
  const whose = learner
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  const day = new Date(at).toISOString().slice(0, 10);
  return [name, whose.replace(/^-+|-+$/g, ''), day].filter((each) => each !== '').join('-');
}

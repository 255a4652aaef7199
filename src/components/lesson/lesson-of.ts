import type { Language } from '../../lessons-runtime/shared/language.ts';

/** Which lesson, in which language, a component inside a lesson's text belongs to. */
export function lessonOf(locals: App.Locals): { readonly folder: string; readonly language: Language } {
  if (locals.lesson === undefined) {
    throw new Error(
      'A lesson component was used outside a lesson page: Astro.locals.lesson is not set there.',
    );
  }
  return locals.lesson;
}

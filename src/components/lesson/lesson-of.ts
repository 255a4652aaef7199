import type { Language } from '../../lessons-runtime/shared/language.ts';

/**
 * Returns the lesson and language of the page that a component is rendered in.
 * @throws outside a lesson page
 */
export function lessonOf(locals: App.Locals): { readonly folder: string; readonly language: Language } {
  if (locals.lesson === undefined) {
    throw new Error(
      'A lesson component was used outside a lesson page, where Astro.locals.lesson is not set.',
    );
  }
  return locals.lesson;
}

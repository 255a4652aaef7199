declare namespace App {
  interface Locals {
    /** On lesson pages: which lesson, and in which language, the components inside its text belong to. */
    lesson?: {
      readonly folder: string;
      readonly language: import('./lessons-runtime/shared/language.ts').Language;
    };
  }
}

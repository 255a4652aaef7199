declare namespace App {
  interface Locals {
    /** The lesson and language of a lesson page, for the components in its text. */
    lesson?: {
      readonly folder: string;
      readonly language: import('./lessons-runtime/shared/language.ts').Language;
    };
  }
}

declare module 'virtual:worker-scripts' {
  /** Addresses of the scripts that run in a lesson's worker (see `tools/vite-worker-scripts.ts`). */
  const scripts: Readonly<Record<import('./lessons-runtime/build.ts').WorkerScript, string>>;
  export default scripts;
}

declare module 'virtual:grading-script' {
  /** The script that grades exercises, to be run as a cell (see `tools/vite-worker-scripts.ts`). */
  const text: string;
  export default text;
}

/** A page's script as it is built for one language (see `tools/vite-page-language.ts`). */
declare module '*?language=es';
declare module '*?language=en';

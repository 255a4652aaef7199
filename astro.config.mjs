import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { markdownFeatures, mathPlugin } from './src/course/markdown/markdown-features.ts';
import { languages } from './src/lessons-runtime/shared/language.ts';
import { shikiTheme } from './src/styles/shiki-theme.ts';
import { charts } from './tools/vite-charts.ts';
import { pageLanguage } from './tools/vite-page-language.ts';
import { preload } from './tools/vite-preload.ts';
import { trainingKernels } from './tools/vite-training-kernels.ts';
import { workerScripts } from './tools/vite-worker-scripts.ts';

/** `DESHIELO_BASE=/curso/` builds the site for a subfolder; `DESHIELO_SITE` sets its public address. */
const base = process.env.DESHIELO_BASE ?? '/';
const site = process.env.DESHIELO_SITE;

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory' },
  devToolbar: { enabled: false },
  i18n: {
    locales: [...languages],
    defaultLocale: languages[0],
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  integrations: [mdx()],
  markdown: {
    processor: satteri({ features: markdownFeatures, hastPlugins: [mathPlugin] }),
    shikiConfig: { theme: shikiTheme, wrap: false },
  },
  security: {
    csp: {
      scriptDirective: { resources: ["'self'"] },
      // Highlighted code, the editor and the charts set inline styles; hashes would disable 'unsafe-inline'.
      styleDirective: { resources: ["'self'", "'unsafe-inline'"] },
      directives: [
        "default-src 'self'",
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'none'",
      ],
    },
  },
  vite: {
    plugins: [charts(), pageLanguage(), preload(), trainingKernels(), workerScripts()],
    optimizeDeps: { rolldownOptions: { plugins: [charts()] } },
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
  },
});

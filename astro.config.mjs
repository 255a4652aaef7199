import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import { defineConfig, fontProviders } from 'astro/config';
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

/** A variable font of a package. Astro adds a fallback with matched metrics. */
const font = (name, cssVariable, file, styles, display, fallback) => ({
  name,
  cssVariable,
  provider: fontProviders.local(),
  display,
  fallbacks: [fallback],
  options: {
    variants: styles.map((style) => ({
      weight: '200 900',
      style,
      src: [`@fontsource-variable/${file}/files/${file}-latin-wght-${style}.woff2`],
    })),
  },
});

/** Small modules that many pages load at first. In one file they are smaller than in a file each. */
const firstModules =
  /vite\/preload-helper|lessons-runtime\/(?:shared\/(?:has-record|language|load-part|once|retry)|lesson\/(?:first-steps|seed))\.ts$/;

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
  fonts: [
    // A page that is drawn before this font has arrived keeps the fallback, so that text never moves; the next page has the font.
    font('Source Sans 3', '--font-text', 'source-sans-3', ['normal', 'italic'], 'optional', 'sans-serif'),
    // This one may replace its fallback, because the letters of both are equally wide.
    font('Source Code Pro', '--font-code', 'source-code-pro', ['normal'], 'swap', 'monospace'),
  ],
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
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: { groups: [{ name: 'first', test: firstModules }] } },
          },
        },
      },
    },
  },
});

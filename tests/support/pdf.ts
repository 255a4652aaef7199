import { inflateSync } from 'node:zlib';

/** Returns for each page of a PDF that Chromium wrote whether anything is drawn on it: text, a picture or a shape. */
export function inkedPages(pdf: Buffer): readonly boolean[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const start = text.indexOf(`\n${id} 0 obj\n`);
    const from = text.indexOf('stream\n', start) + 'stream\n'.length;
    const length = Number(/\/Length (\d+)/.exec(text.slice(start, from))?.[1]);
    const drawing = inflateSync(pdf.subarray(from, from + length)).toString('latin1');
    return /\b(?:Tj|TJ|Do)\b/.test(drawing);
  });
}

import { inflateSync } from 'node:zlib';

/** Returns for each page of a PDF that Chromium wrote whether it has text or a picture. */
export function inkedPages(pdf: Buffer): readonly boolean[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) => {
    const start = text.indexOf(`\n${id} 0 obj\n`);
    const from = text.indexOf('stream\n', start) + 'stream\n'.length;
    const head = text.slice(start, from);
    const stream = pdf.subarray(from, from + Number(/\/Length (\d+)/.exec(head)?.[1]));
    // Short streams are not compressed.
    const drawing = (head.includes('/FlateDecode') ? inflateSync(stream) : stream).toString('latin1');
    return /\b(?:Tj|TJ|Do)\b/.test(drawing);
  });
}

import type { Attack } from './attack.ts';

const markup = [
  '<img src=x onerror="globalThis.pwned=1">',
  '<script>globalThis.pwned=1</script>',
  '<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>',
  '<style>*{display:none!important}</style>',
  '<meta http-equiv=refresh content="0;url=RIVAL/away">',
  '<base href=RIVAL>',
  '<link rel=stylesheet href=RIVAL/x.css><link rel=dns-prefetch href=RIVAL>',
  '<form action=RIVAL><button>',
  '<a href="javascript:globalThis.pwned=1" autofocus>x</a>',
  '<svg onload="globalThis.pwned=1">',
  '</pre></div></article>',
];
const list = JSON.stringify(markup).replaceAll('</', '<\\/');

/** Outputs, which the page must draw as text and pixels only, in bounded amounts. */
export const outputAttacks: readonly Attack[] = [
  {
    name: 'markup in text, values, keys, names and tables',
    source: `
      const markup = ${list};
      for (const text of markup) {
        console.log(text); console.error(text); display(text, [text], { [text]: text }, new Map([[text, text]]), new Error(text));
        display([{ [text]: text }], tf.tensor([text]), Symbol(text), { [Symbol.toStringTag]: text });
        display(new ({ [text]: class {} })[text](), { [text]() {} }[text]);
      }`,
    shows: /<img src=x onerror=.*<svg onload/s,
  },
  {
    name: 'markup in an error’s name and message',
    source: `const markup = ${list}; const error = new Error(markup.join(' ')); error.name = markup.join(' '); throw error;`,
    shows: /<img src=x onerror=.*<svg onload/s,
    ends: 'failed',
  },
  {
    name: 'markup in a thrown value',
    source: `const markup = ${list}; throw { toString: () => markup[0], [markup[0]]: markup };`,
    shows: /<img src=x onerror=/,
    ends: 'failed',
  },
  {
    name: 'markup in charts',
    source: `
      import * as tfvis from '@tensorflow/tfjs-vis';
      const markup = ${list};
      const name = markup.join(' ');
      await tfvis.render.table({ name: 'table ' + name }, { headers: markup, values: [markup, markup] });
      await tfvis.render.barchart({ name: 'bars ' + name }, markup.map((index, value) => ({ index, value })), { xLabel: name, yLabel: name });
      await tfvis.render.linechart({ name: 'lines', tab: name }, { values: [[{ x: 0, y: 1 }, { x: 1, y: 2 }]], series: [name] }, { xLabel: name });
      await tfvis.render.confusionMatrix({ name: 'matrix' }, { values: [[1, 2], [3, 4]], tickLabels: [name, markup[0]] });
      await tfvis.render.heatmap({ name: 'heat' }, { values: [[1, 2], [3, 4]], xTickLabels: [name, 'b'], yTickLabels: ['a', name] });
      console.log('drawn');`,
    shows: /drawn/,
    lingers: 1500,
  },
  {
    name: 'charts that would poison the page’s prototypes or its drawing',
    source: `
      import * as tfvis from '@tensorflow/tfjs-vis';
      const poison = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "prototype": {"polluted": 1}}');
      const deep = JSON.parse('{"spec": {"data": {"url": "RIVAL/data.json"}}, "href": "RIVAL", "url": "RIVAL", "usermeta": {"embedOptions": {"loader": {"baseURL": "RIVAL"}}}, "loader": {"baseURL": "RIVAL"}}');
      const calls = [];
      for (const [place, options] of [poison, deep].entries()) calls.push(
        () => tfvis.render.barchart({ name: 'b' + place }, [{ index: 'a', value: 1, ...options, url: 'RIVAL/a' }], options),
        () => tfvis.render.heatmap({ name: 'h' + place }, { values: [[1, 2], [3, 4]], ...options }, { colorMap: { domain: ['red'], ...options }, ...options }),
        () => tfvis.render.linechart({ name: 'l' + place }, { values: poison, series: poison }, { seriesColors: [options], xType: options, ...options }),
        () => tfvis.render.table({ name: 't' + place }, { headers: ['a'], values: [[options]] }, { fontSize: '1px; } * { display: none } a {' }),
        () => tfvis.render.scatterplot({ name: 's' }, { values: { url: 'RIVAL/values.json' }, url: 'RIVAL/values.json' }),
      );
      for (const call of calls) { try { await call(); } catch (error) { console.log('refused: ' + error.name); } }
      console.log('sent ' + calls.length);`,
    shows: /sent 10/,
    lingers: 1500,
  },
  {
    name: 'a table of a million rows',
    source: `const rows = Array.from({ length: 1e6 }, (_, n) => ({ n, text: 'row ' + n })); display(rows); console.table(rows); rows;`,
    shows: /999,?800|more/,
  },
  {
    name: 'a table of ten thousand columns',
    source: `display([Object.fromEntries(Array.from({ length: 1e4 }, (_, n) => ['column' + n, n]))]); console.log('shown');`,
    shows: /shown/,
  },
  {
    name: 'a value a hundred thousand levels deep, and one that holds itself',
    source: `
      let deep = {}; for (let level = 0; level < 1e5; level++) deep = { deep };
      const own = { list: [] }; own.list.push(own, own.list);
      let wide = 'x'; for (let level = 0; level < 40; level++) wide = [wide, wide];
      display(deep, own, wide); console.log(deep, own, wide); console.log('shown');`,
    shows: /shown/,
  },
  {
    name: '__proto__, constructor and prototype as keys',
    source: `
      const poison = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
      display(poison, [poison], [{ ['__proto__']: 1, constructor: 2 }], new Map([['__proto__', 1]]), Object.create(poison));
      console.table([JSON.parse('{"__proto__": 1}')]);
      console.log('shown');`,
    shows: /__proto__.*shown/s,
  },
  {
    name: 'getters, proxies and conversions that throw or never end',
    source: `
      const bad = () => { throw new Error('broken'); };
      const traps = new Proxy({}, { get: () => bad });
      display({ get a() { return bad(); }, get b() { for (;;) {} } });
      display(new Proxy([], traps), new Proxy({}, traps), new Proxy(function () {}, traps), new Proxy(new Error('x'), traps));
      display({ toString: bad, valueOf: bad, [Symbol.toPrimitive]: bad, toJSON: bad, then: null });
      display(Object.assign(new Error('x'), { name: { toString: bad }, stack: { toString: bad }, message: 7n }));
      console.log(new Proxy({}, traps), { get a() { return bad(); } });
      console.log('shown');`,
    shows: /shown/,
  },
  {
    name: 'pictures of impossible sizes',
    source: `
      const fake = Object.create(ImageData.prototype, { width: { value: NaN }, height: { value: -1 }, data: { value: new Uint8ClampedArray(4) } });
      const grown = new ImageData(2, 2); Object.defineProperties(grown, { width: { value: 4096 }, height: { value: 4096 } });
      const endless = new ImageData(2, 2); Object.defineProperty(endless, 'width', { value: Infinity });
      const strange = new ImageData(2, 2); Object.defineProperty(strange, 'data', { value: { slice: () => ({ buffer: new ArrayBuffer(16) }) } });
      display(fake, grown, endless, strange);
      console.log('shown');`,
    shows: /shown/,
  },
  {
    name: 'pictures without end',
    source: `const picture = new ImageData(1024, 1024); for (let n = 0; n < 200; n++) display(picture); console.log('shown');`,
    shows: /too much output/,
  },
  {
    name: 'text without end',
    source: `for (let n = 0; n < 1e5; n++) console.log('line '.repeat(40) + n);`,
    shows: /too much output/,
  },
  {
    name: 'values without end',
    source: `for (let n = 0; n < 2e4; n++) display({ n });`,
    shows: /too much output/,
  },
  {
    name: 'one text of a hundred million letters',
    source: `const text = 'x'.repeat(1e8); display(text, [text], { text }); console.log(text); console.error(new Error(text)); console.log('shown');`,
    shows: /shown/,
  },
  {
    name: 'errors without end, reported by hand',
    source: `for (let n = 0; n < 3000; n++) reportError(new Error('flood ' + n)); console.log('went on');`,
    shows: /flood 0/,
  },
  {
    name: 'requests without end',
    source: `const all = []; for (let n = 0; n < 3000; n++) all.push(fetch('models/none-' + n).catch((error) => error.message)); console.log(new Set((await Promise.all(all)).map((text) => text.replace(/\\d+/, 'n'))).size + ' kinds of refusal');`,
    shows: /\d kinds? of refusal/,
  },
];

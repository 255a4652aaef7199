import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { parseLicence } from '../../../tools/build-photos/licences.ts';
import { readLandCredit } from '../../../tools/build-photos/read-land-credits.ts';
import { isCredited, readSkyCredits } from '../../../tools/build-photos/read-sky-credits.ts';
import { renderPhoto } from '../../../tools/build-photos/render-photo.ts';
import { jsonWithRows } from '../../../tools/json-with-rows.ts';

describe('parseLicence', () => {
  it.each([
    ['Creative Commons Attribution 4.0 International', 'CC-BY-4.0'],
    ['Creative Commons Attribution 3.0 Unported', 'CC-BY-3.0'],
    ['Creative Commons Attribution-Share Alike 2.5 Generic', 'CC-BY-SA-2.5'],
    ['Creative Commons Attribution-Share Alike 3.0 Germany', 'CC-BY-SA-3.0-DE'],
    ['public domain; http://hubblesite.org/copyright/', 'public-domain'],
    ['CC-BY-SA-4.0', 'CC-BY-SA-4.0'],
  ])('reads %s as %s', (text, id) => {
    expect(parseLicence(text)).toBe(id);
  });

  it.each([
    'GNU GPLv2 or later',
    'Creative Commons Attribution-NonCommercial 4.0 International',
    '',
  ])('refuses "%s"', (text) => {
    expect(() => parseLicence(text)).toThrow('no photo may have the licence');
  });
});

describe('readSkyCredits', () => {
  const credits = readSkyCredits(`3. Other things

4. Graphics
\t4.1 All graphics are copyrighted by the team (GNU GPLv2 or later)
\t4.8 M31 pictures come from LEE
\t    License: Creative Commons Attribution 3.0 Unported
\t4.10 Images of M1, M27 from Stephane
\t4.26 Image of IC3568 from Howard Bond (Space Telescope
\t     Science Institute) and NASA
\t     License: public domain
\t4.29 Images of NGC2261, NGC4038-4039,
\t     SH2-136 from NASA, ESA
\t     http://hubblesite.org/
\t     License: public domain; http://hubblesite.org/copyright/
\t4.45 Images of NGC247
\t     from Somebody
\t     License: GNU Free Documentation License
\`\`\`
\t4.99 Images of M1 from the appendix
\t     License: public domain
`);

  it('reads author, address, licence and objects of each section that states a licence', () => {
    expect([...credits.keys()]).toEqual(['4.8', '4.26', '4.29']);
    expect(credits.get('4.8')).toEqual({
      objects: ['M31'],
      author: 'LEE',
      url: null,
      licence: 'CC-BY-3.0',
    });
    expect(credits.get('4.26')?.author).toBe('Howard Bond (Space Telescope Science Institute) and NASA');
    expect(credits.get('4.29')).toEqual({
      objects: ['NGC2261', 'NGC4038-4039', 'SH2-136'],
      author: 'NASA, ESA',
      url: 'http://hubblesite.org/',
      licence: 'public-domain',
    });
  });

  it.each([
    ['NGC 2261', true],
    ['NGC 4038', true],
    ['Sh2 136', true],
    ['NGC 226', false],
    ['M 31', false],
  ])('finds that a section credits %s: %s', (object, expected) => {
    const credit = credits.get('4.29');
    expect(credit !== undefined && isCredited(credit, object)).toBe(expected);
  });
});

describe('readLandCredit', () => {
  const copyright = `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/

Files: images/land/*
Copyright: Various
License: public-domain
 Taken from morgue-file.com, a collection of photographs. (Exceptions
 noted below.)

Files: images/land/bwerner*
Copyright: Berthold Werner (commons.wikimedia.org/wiki/User:Berthold_Werner)
License: CC-BY-SA-3.0
Comment: Taken from Wikimedia commons. Cropped and edited.

Files: images/land/*-sfiera*
Copyright: Chris Pickel (sfiera.net)
License: CC-BY-SA-4.0

Files:
 images/land/beach0*
 images/land/mountain1*
Copyright: Various
License: public-domain
 Taken from unsplash.com, a collection of photographs.
`;

  it.each([
    ['sea1', 'Various (morgue-file.com)', 'public-domain', 'https://morguefile.com/'],
    ['beach0', 'Various (unsplash.com)', 'public-domain', 'https://unsplash.com/'],
    [
      'bwerner3',
      'Berthold Werner',
      'CC-BY-SA-3.0',
      'https://commons.wikimedia.org/wiki/User:Berthold_Werner',
    ],
    ['mountain1', 'Various (unsplash.com)', 'public-domain', 'https://unsplash.com/'],
  ])('credits %s to %s', (name, author, licence, url) => {
    expect(readLandCredit(copyright, name)).toEqual({ author, licence, url });
  });

  it('prefers the author in the file name to a pattern of numbered files', () => {
    expect(readLandCredit(copyright, 'mountain10-sfiera')).toEqual({
      author: 'Chris Pickel',
      licence: 'CC-BY-SA-4.0',
      url: null,
    });
  });

  it('throws where no stanza matches', () => {
    expect(() => readLandCredit('Files: other/*\nCopyright: A\nLicense: B', 'sea1')).toThrow('says nothing');
  });
});

describe('renderPhoto', () => {
  /** Red on its left half, blue on its right half. */
  const wide = () =>
    sharp({ create: { width: 300, height: 300, channels: 3, background: '#f00' } })
      .extend({ right: 300, background: '#00f' })
      .png()
      .toBuffer();

  it.each([
    [0, [255, 0]],
    [1, [0, 255]],
  ])('cuts the square at %i of the width', async (crop, [red = 0, blue = 0]) => {
    const { bytes, side } = await renderPhoto(await wide(), crop);
    expect(side).toBe(224);
    const { dominant } = await sharp(bytes).stats();
    expect(Math.abs(dominant.r - red)).toBeLessThan(20);
    expect(Math.abs(dominant.b - blue)).toBeLessThan(20);
  });

  it('never enlarges, and gives the same bytes for the same picture', async () => {
    const small = await sharp({ create: { width: 40, height: 30, channels: 4, background: '#0808' } })
      .png()
      .toBuffer();
    const rendered = await renderPhoto(small, 0.5);
    expect(rendered.side).toBe(30);
    expect((await renderPhoto(small, 0.5)).bytes).toEqual(rendered.bytes);
    expect((await sharp(rendered.bytes).metadata()).hasAlpha).toBe(false);
  });
});

describe('jsonWithRows', () => {
  it('writes rows in one line each, and is JSON', () => {
    const value = { name: 'all', rows: [{ id: 'a', of: { deep: 1 } }, { id: 'b' }] };
    const text = jsonWithRows(value, (each) => 'id' in each);
    expect(JSON.parse(text)).toEqual(value);
    expect(text.split('\n')).toContain('  {"id":"a","of":{"deep":1}},');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { createPhotoClasses } from '../../../src/lessons-runtime/host/photo-classes.ts';
import { type PhotoSet, photoSetLimits } from '../../../src/lessons-runtime/progress/blobs/photo-set.ts';
import type { PhotoSetStore } from '../../../src/lessons-runtime/progress/blobs/photo-set-store.ts';
import { createMemoryPhotoSetStore } from '../../support/memory-photo-set-store.ts';

/** Fakes decoding: a file with the text `broken` is not a picture. */
const shrink = async (blob: Blob) => {
  const text = await blob.text();
  if (text === 'broken') throw new Error('no picture');
  return new TextEncoder().encode(`small ${text}`).buffer;
};
const file = (text: string) => ({ name: `${text}.jpg`, blob: new Blob([text]) });

async function open(store: PhotoSetStore = createMemoryPhotoSetStore(), names = ['cat', 'dog']) {
  const classes = await createPhotoClasses(store, 'l', names, shrink);
  const id = (place: number) => classes.set.classes[place]?.id ?? '';
  const photo = (place: number, of = 0) => classes.set.classes[of]?.photos[place]?.id ?? '';
  const told = () => classes.set.classes.map(({ name, photos }) => [name, photos.map((each) => each.name)]);
  return { classes, id, photo, told, store };
}

describe('createPhotoClasses', () => {
  it('starts with the author’s names and restores stored classes with their photos', async () => {
    const { classes, id, told, store } = await open();
    expect(told()).toEqual([
      ['cat', []],
      ['dog', []],
    ]);
    expect(await classes.addPhotos(id(1), [file('a'), file('b')])).toEqual({
      added: 2,
      unreadable: [],
      over: 0,
    });
    classes.rename(id(0), 'gato');
    const later = await open(store, ['other']);
    expect(later.told()).toEqual([
      ['gato', []],
      ['dog', ['a.jpg', 'b.jpg']],
    ]);
    const [, dogs] = await later.classes.files();
    expect(dogs?.photos.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['small a', 'small b']);
  });

  it('reports the photos that are being added, also those that are no pictures', async () => {
    const { classes, id } = await open();
    const progress: string[] = [];
    await classes.addPhotos(id(0), [file('a'), file('broken')], (handled, count) =>
      progress.push(`${handled}/${count}`),
    );
    expect(progress).toEqual(['0/2', '1/2', '2/2']);
  });

  it('returns copies of the files', async () => {
    const { classes, id } = await open();
    await classes.addPhotos(id(0), [file('a')]);
    const [first] = await classes.files();
    structuredClone(first, { transfer: first?.photos.map(({ bytes }) => bytes) ?? [] });
    expect((await classes.files())[0]?.photos[0]?.bytes.byteLength).toBe(7);
  });

  it('omits photos that cannot be read and rejects if none can be read', async () => {
    const { classes, id, photo, store } = await open();
    await classes.addPhotos(id(0), [file('a'), file('b')]);
    const broken = new Set([photo(0)]);
    const read = store.photo;
    store.photo = async (lesson, each) => {
      if (broken.has(each)) throw new Error('closed');
      return read(lesson, each);
    };
    expect((await classes.files())[0]?.photos.map(({ name }) => name)).toEqual(['b.jpg']);
    broken.add(photo(1));
    await expect(classes.files()).rejects.toThrow('closed');
  });

  it('adds readable photos and names the others', async () => {
    const { classes, id, told } = await open();
    expect(await classes.addPhotos(id(0), [file('a'), file('broken'), file('b')])).toEqual({
      added: 2,
      unreadable: ['broken.jpg'],
      over: 0,
    });
    expect(told()[0]).toEqual(['cat', ['a.jpg', 'b.jpg']]);
  });

  it('limits the numbers of photos and classes', async () => {
    const { classes, id } = await open();
    const many = Array.from({ length: photoSetLimits.photos - 1 }, (_, place) => file(String(place)));
    await classes.addPhotos(id(0), many);
    expect(await classes.addPhotos(id(1), [file('x'), file('y'), file('z')])).toMatchObject({
      added: 1,
      over: 2,
    });
    while (classes.addClass('more'));
    expect(classes.set.classes).toHaveLength(photoSetLimits.classes);
  });
});

describe('a removal', () => {
  it('of a photo or a class can be undone once, including its photos', async () => {
    const { classes, id, photo, told } = await open();
    await classes.addPhotos(id(0), [file('a'), file('b')]);
    const whole = told();
    for (const remove of [() => classes.removePhoto(id(0), photo(0)), () => classes.removeClass(id(0))]) {
      remove();
      expect(told()).not.toEqual(whole);
      expect(classes.canUndo).toBe(true);
      classes.undo();
      expect(told()).toEqual(whole);
      expect(classes.canUndo).toBe(false);
    }
    expect((await classes.files())[0]?.photos).toHaveLength(2);
  });

  it('is final after the next change, which deletes the photo', async () => {
    const { classes, id, photo, store } = await open();
    await classes.addPhotos(id(0), [file('a'), file('b')]);
    const [first, second] = [photo(0), photo(1)];
    classes.removePhoto(id(0), first);
    await vi.waitFor(async () => expect(await store.photo('l', first)).not.toBeNull());
    classes.rename(id(0), 'cats');
    await vi.waitFor(async () => expect(await store.photo('l', first)).toBeNull());
    expect(await store.photo('l', second)).not.toBeNull();
    classes.undo();
    expect(classes.set.classes[0]?.photos).toHaveLength(1);
  });

  it('calls the change listeners, like every change', async () => {
    const { classes, id } = await open();
    const changed = vi.fn();
    classes.onChange(changed);
    await classes.addPhotos(id(0), [file('a')]);
    classes.removeClass(id(0));
    classes.undo();
    expect(changed).toHaveBeenCalledTimes(3);
  });
});

it('keeps photos in memory and reports the failure if the browser cannot store them', async () => {
  const full = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const { classes, id } = await open({ ...createMemoryPhotoSetStore(), addPhoto: full, save: full });
  const notKept = vi.fn();
  classes.onStorageFailure(notKept);
  await classes.addPhotos(id(0), [file('a')]);
  expect((await classes.files())[0]?.photos).toHaveLength(1);
  await vi.waitFor(() => expect(notKept).toHaveBeenCalled());
});

it('loads photos of another tab and does not overwrite them', async () => {
  const store = createMemoryPhotoSetStore();
  const [one, other] = [await open(store), await open(store)];
  await one.classes.addPhotos(one.id(0), [file('a')]);
  await vi.waitFor(() => expect(other.told()[0]).toEqual(['cat', ['a.jpg']]));
  other.classes.addClass('bird');
  const { told } = await open(store);
  expect(told()).toEqual([
    ['cat', ['a.jpg']],
    ['dog', []],
    ['bird', []],
  ]);
});

it('merges added photos into a stored set that could not be read at first', async () => {
  const store = createMemoryPhotoSetStore();
  const earlier: PhotoSet = { classes: [{ id: 'x', name: 'earlier', photos: [] }] };
  await store.save('l', earlier);
  let isRefused = true;
  const guard = <T>(use: () => Promise<T>) =>
    isRefused ? Promise.reject(new DOMException('refused', 'UnknownError')) : use();
  const { classes, id, told } = await open({
    ...store,
    load: (lesson) => guard(() => store.load(lesson)),
    save: (lesson, set) => guard(() => store.save(lesson, set)),
    addPhoto: (lesson, photo, bytes) => guard(() => store.addPhoto(lesson, photo, bytes)),
  });
  const notKept = vi.fn();
  classes.onStorageFailure(notKept);
  await classes.addPhotos(id(0), [file('a')]);
  await vi.waitFor(() => expect(notKept).toHaveBeenCalled());
  isRefused = false;
  classes.rename(id(0), 'cats');
  const all = [
    ['earlier', []],
    ['cats', ['a.jpg']],
  ];
  await vi.waitFor(() => expect(told()).toEqual(all));
  const later = await open(store);
  expect(later.told()).toEqual(all);
  await vi.waitFor(async () => expect((await later.classes.files())[1]?.photos).toHaveLength(1));
});

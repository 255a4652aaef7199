import { afterEach, expect, it, vi } from 'vitest';
import { createCamera } from '../../../../src/lessons-runtime/panel/photos/open-camera.ts';

afterEach(() => void vi.unstubAllGlobals());

function createStream() {
  const track = Object.assign(new EventTarget(), { stop: vi.fn() });
  return { track, stream: { getTracks: () => [track] } };
}

/** @param open what the browser answers when the page asks for the camera */
function openCamera(open: () => Promise<unknown>) {
  vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: open } });
  const video: { srcObject: unknown; play: () => Promise<void> } = { srcObject: null, play: async () => {} };
  const onEnded = vi.fn();
  return { video, onEnded, camera: createCamera(video as HTMLVideoElement, onEnded) };
}

it('shows the picture until it is turned off', async () => {
  const { stream, track } = createStream();
  const { camera, video } = openCamera(async () => stream);
  expect(await camera.turnOn()).toBe('on');
  expect(video.srcObject).toBe(stream);
  camera.turnOff();
  expect(video.srcObject).toBeNull();
  expect(track.stop).toHaveBeenCalledOnce();
});

it.each([
  ['refused', new DOMException('no', 'NotAllowedError')],
  ['missing', new DOMException('none', 'NotFoundError')],
  ['missing', new TypeError('no mediaDevices')],
])('is %s', async (result, error) => {
  const { camera, video } = openCamera(() => Promise.reject(error));
  expect(await camera.turnOn()).toBe(result);
  expect(video.srcObject).toBeNull();
});

it('is never on if it was turned off while the browser asked for permission', async () => {
  const { stream, track } = createStream();
  let allow = (_: unknown): void => {};
  const { camera, video } = openCamera(() => new Promise((resolve) => (allow = resolve)));
  const turningOn = camera.turnOn();
  camera.turnOff();
  allow(stream);
  expect(await turningOn).toBe('off');
  expect(track.stop).toHaveBeenCalledOnce();
  expect(video.srcObject).toBeNull();
});

it('reports that it was disconnected, but not that it was turned off', async () => {
  const { stream, track } = createStream();
  const { camera, video, onEnded } = openCamera(async () => stream);
  await camera.turnOn();
  track.dispatchEvent(new Event('ended'));
  expect(onEnded).toHaveBeenCalledOnce();
  expect(video.srcObject).toBeNull();
  track.dispatchEvent(new Event('ended'));
  expect(onEnded).toHaveBeenCalledOnce();
});

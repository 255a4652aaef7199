import { requireElement } from '../dom/read-page.ts';
import { createCamera } from './open-camera.ts';

/**
 * Mounts the camera of a section: turn on, take a photo, turn off. Nothing is recorded; a photo is a single frame.
 * @param section contains `[data-photo-camera]` and the buttons `camera`, `shoot`, `camera-off`
 * @param events `onRefused` is called if the user or the browser denies access, `onMissing` if no camera works
 * @param staysOn whether the camera stays on after a photo, for the next one
 */
export function mountCamera(
  section: HTMLElement,
  events: {
    readonly onPhoto: (blob: Blob) => void;
    readonly onRefused: () => void;
    readonly onMissing: () => void;
  },
  staysOn = false,
): void {
  const video = requireElement<HTMLVideoElement>(section, '[data-photo-camera]');
  const button = (action: string) => requireElement<HTMLButtonElement>(section, `[data-action=${action}]`);
  const camera = createCamera(video, () => showOn(false));

  function showOn(on: boolean): void {
    // Otherwise the focus would be lost with the hidden button.
    const hadFocus = ['camera', 'shoot', 'camera-off'].some(
      (action) => button(action) === document.activeElement,
    );
    video.hidden = !on;
    button('camera').hidden = on;
    button('shoot').hidden = !on;
    button('camera-off').hidden = !on;
    if (hadFocus) button(on ? 'shoot' : 'camera').focus();
  }

  function turnOff(): void {
    camera.turnOff();
    showOn(false);
  }

  async function turnOn(): Promise<void> {
    const result = await camera.turnOn();
    if (result === 'off') return;
    showOn(result === 'on');
    if (result === 'refused') events.onRefused();
    if (result === 'missing') events.onMissing();
  }

  async function shoot(): Promise<void> {
    const photo = camera.photo();
    if (!staysOn) turnOff();
    const blob = await photo;
    if (blob !== null) events.onPhoto(blob);
  }

  button('camera').addEventListener('click', () => void turnOn());
  button('shoot').addEventListener('click', () => void shoot());
  button('camera-off').addEventListener('click', turnOff);
}

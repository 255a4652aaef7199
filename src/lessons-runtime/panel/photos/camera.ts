import { requireElement } from '../dom/read-page.ts';

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
  let stream: MediaStream | null = null;

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
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
    showOn(false);
  }

  async function turnOn(): Promise<void> {
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      video.srcObject = stream;
      await video.play();
      showOn(true);
    } catch (error) {
      turnOff();
      const refused = error instanceof DOMException && error.name === 'NotAllowedError';
      if (refused) events.onRefused();
      else events.onMissing();
    }
  }

  async function shoot(): Promise<void> {
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    canvas.getContext('2d')?.drawImage(video, 0, 0);
    if (!staysOn) turnOff();
    canvas.toBlob((blob) => {
      if (blob !== null) events.onPhoto(blob);
    });
  }

  button('camera').addEventListener('click', () => void turnOn());
  button('shoot').addEventListener('click', () => void shoot());
  button('camera-off').addEventListener('click', turnOff);
}

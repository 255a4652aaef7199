/** A camera whose picture a video element shows. Nothing is recorded. */
export interface Camera {
  /** Turns the camera on. @returns `off` if it was turned off before the user or the browser had answered */
  turnOn(): Promise<'on' | 'refused' | 'missing' | 'off'>;
  /** Turns the camera off, or withdraws the request to turn it on. */
  turnOff(): void;
  /** Returns the current frame as a picture file; `null` if it cannot be written. */
  photo(): Promise<Blob | null>;
}

/** @param onEnded called when the camera went off by itself: it was unplugged, or the permission was withdrawn */
export function createCamera(video: HTMLVideoElement, onEnded: () => void): Camera {
  let stream: MediaStream | null = null;
  /** Grows with each `turnOn` and `turnOff`. */
  let turns = 0;

  function turnOff(): void {
    turns += 1;
    for (const track of stream?.getTracks() ?? []) track.stop();
    stream = null;
    video.srcObject = null;
  }

  return {
    turnOff,
    async turnOn() {
      turnOff();
      const own = turns;
      try {
        const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (own !== turns) {
          for (const track of opened.getTracks()) track.stop();
          return 'off';
        }
        stream = opened;
        for (const track of opened.getTracks()) {
          track.addEventListener('ended', () => {
            if (stream !== opened) return;
            turnOff();
            onEnded();
          });
        }
        video.srcObject = opened;
        await video.play();
        return own === turns ? 'on' : 'off';
      } catch (error) {
        // Turning the camera off while it starts makes `play` fail, too.
        if (own !== turns) return 'off';
        turnOff();
        return error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'missing';
      }
    },
    photo() {
      const canvas = document.createElement('canvas');
      canvas.width = video.videoWidth;
      canvas.height = video.videoHeight;
      canvas.getContext('2d')?.drawImage(video, 0, 0);
      return new Promise((resolve) => canvas.toBlob(resolve));
    },
  };
}

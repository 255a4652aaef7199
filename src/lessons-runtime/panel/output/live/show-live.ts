import { drawUpright } from '../../../host/upright-photo.ts';
import type { OutputOf } from '../../../protocol/output.ts';
import { resizedPixels, type Size } from '../../../shared/resized-pixels.ts';
import { element } from '../../dom/element.ts';
import { createCamera } from '../../photos/open-camera.ts';
import type { ShowContext, ShownOutput } from '../shown-output.ts';
import { acceptPictures } from './accept-pictures.ts';
import { createChangeAnnouncer } from './announce-changes.ts';
import { createClassButtons, type TakenPicture } from './class-buttons.ts';
import { createFrameLoop, type FrameSource } from './frame-loop.ts';
import { createLiveBars } from './live-bars.ts';
import { liveViewWords } from './live-view-words.ts';

/** The longest side of a picture from a file, in pixels. */
const pictureSide = 640;
/** How often the text about the state is updated. */
const statusMilliseconds = 500;
/** How long the model may take for a picture before the text says that it is waited for. */
const patienceMilliseconds = 700;

/**
 * Creates a live view: the picture of the camera or of a file, a bar for each class of the model, and buttons that add the picture
 * to a class of the learner's photos. The camera is on only while the view can be seen.
 */
export function showLive(part: OutputOf<'live'>, context: ShowContext): ShownOutput {
  const { words: viewWords, announce, live } = context;
  const words = liveViewWords[viewWords.language];
  const run = context.run();
  const bars = createLiveBars(part.classNames, viewWords);
  const announceBest = createChangeAnnouncer(announce);

  const video = element('video', { playsinline: true, muted: true, hidden: true, 'aria-label': words.video });
  const canvas = element('canvas', { role: 'img', hidden: true });
  const stage = element('div', { class: 'live-stage' }, video, canvas);
  stage.style.setProperty('--ratio', `${part.width} / ${part.height}`);
  const status = element('p', { class: 'live-status' });
  const problem = element('p', { class: 'photo-error' });
  const toggle = element('button', { type: 'button', 'data-action': 'live-camera' });
  const file = element('input', { type: 'file', accept: 'image/*', class: 'visually-hidden' });
  const controls = element(
    'div',
    { class: 'photo-own' },
    toggle,
    element('label', { class: 'button' }, words.choose, file),
  );
  const hint = element('p', { class: 'photo-hint' }, words.hint);
  /** How to get the shown picture as a file; `null` if none is shown. */
  let take: (() => Promise<TakenPicture | null>) | null = null;
  const buttons = createClassButtons(part.classNames, async () => (await take?.()) ?? null, toggle, context);
  const rerun = element('div', { 'data-rerun-label': words.retrain });
  const retraining = element('div', { class: 'live-retraining', hidden: true }, buttons.node, rerun);
  const node = element(
    'div',
    { class: 'live' },
    stage,
    element('div', { class: 'prediction-body' }, ...bars.nodes, status, problem, controls, hint, retraining),
  );

  let isOn = false;
  let isInSight = false;
  let shots = 0;
  /** Grows whenever something else is shown or chosen, so that a file that is decoded too late is not shown. */
  let choices = 0;

  const camera = createCamera(video, () => stop(words.states.unplugged));
  const loop = createFrameLoop({
    send: (frame, pixels) => live.classify(run, part.id, frame, pixels),
    onAnswer(answer) {
      if (answer.problem === null) announceBest(bars.show(answer.probabilities));
      else stop(answer.problem);
    },
  });
  const events = new AbortController();
  const ticking = setInterval(showStatus, statusMilliseconds);
  let shownName = '';

  /** Updates what the text says about a picture that is shown. */
  function showStatus(): void {
    if (!node.isConnected) end();
    if (take === null) return;
    const since = loop.waitingSince;
    if (since !== null && !live.holds(run)) stop(words.states.gone);
    else if (since !== null && Date.now() - since > patienceMilliseconds)
      status.textContent = isCellRunning() ? words.waiting : words.classifying;
    else if (!isOn) status.textContent = words.picture(shownName);
    else if (loop.rate > 0) status.textContent = words.rate(loop.rate);
  }

  /** @param next how to get the shown picture as a file */
  function show(shown: HTMLElement | null, next: typeof take, source: FrameSource | null): void {
    choices += 1;
    problem.textContent = '';
    take = next;
    isOn = shown === video;
    for (const each of [video, canvas]) each.hidden = each !== shown;
    toggle.textContent = isOn ? words.turnOff : words.turnOn;
    // Otherwise the focus would be lost with the buttons of the classes.
    if (next === null && retraining.contains(document.activeElement)) toggle.focus({ preventScroll: true });
    retraining.hidden = next === null;
    bars.show(null);
    announceBest('');
    loop.show(source);
    if (next !== null) void buttons.open();
  }

  function say(text: string): void {
    status.textContent = text;
    announce(text);
  }

  /** Turns the camera off and removes the picture. @param text why */
  function stop(text: string): void {
    camera.turnOff();
    show(null, null, null);
    say(text);
  }

  async function turnOn(): Promise<void> {
    show(null, null, null);
    toggle.textContent = words.turnOff;
    isOn = true;
    say(words.states.starting);
    const result = await camera.turnOn();
    // Whatever turned it off meanwhile has said so.
    if (result === 'off') return;
    if (result !== 'on') return stop(words.states[result]);
    show(video, takeFrame, {
      isMoving: true,
      read: () =>
        video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA
          ? null
          : pixelsOf(video, { width: video.videoWidth, height: video.videoHeight }),
    });
    say(words.states.on);
  }

  async function takeFrame(): Promise<TakenPicture | null> {
    const blob = await camera.photo();
    return blob && { name: `📷 ${++shots}`, blob };
  }

  async function showPicture(blob: Blob, name: string): Promise<void> {
    const own = ++choices;
    problem.textContent = '';
    if (!live.holds(run)) return stop(words.states.gone);
    try {
      const upright = (await drawUpright(blob, name, pictureSide)).canvas;
      if (own !== choices) return;
      camera.turnOff();
      const { width, height } = upright;
      Object.assign(canvas, { width, height });
      canvas.getContext('2d')?.drawImage(upright, 0, 0);
      canvas.setAttribute('aria-label', name);
      shownName = name;
      show(canvas, async () => ({ name, blob }), {
        isMoving: false,
        read: () => pixelsOf(upright, upright),
      });
      say(words.picture(name));
    } catch {
      problem.textContent = words.unreadable(name);
      announce(problem.textContent);
    }
  }

  function pixelsOf(picture: CanvasImageSource, size: Size): ArrayBuffer {
    return resizedPixels(picture, size, part, true).data.buffer as ArrayBuffer;
  }

  function end(): void {
    take = null;
    camera.turnOff();
    loop.show(null);
    clearInterval(ticking);
    events.abort();
    observer.disconnect();
  }

  const observer = new IntersectionObserver((entries) => {
    if (!node.isConnected) return end();
    isInSight = entries.at(-1)?.isIntersecting === true;
    // Only now, because the attribute is observed in the page.
    rerun.dataset['rerun'] ??= 'classes';
    if (isOn && !isInSight) stop(words.states.outOfSight);
  });
  observer.observe(node);
  const { signal } = events;
  document.addEventListener(
    'visibilitychange',
    () => {
      if (isOn && document.hidden) stop(words.states.hidden);
    },
    { signal },
  );
  acceptPictures(
    node,
    () => isInSight,
    signal,
    (picture) => void showPicture(picture, picture.name),
  );
  toggle.addEventListener('click', () => {
    if (isOn) stop(words.states.off);
    else if (live.holds(run)) void turnOn();
    else stop(words.states.gone);
  });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void showPicture(chosen, chosen.name);
    // Allows the same file to be chosen again.
    file.value = '';
  });

  show(null, null, null);
  const isAlive = live.holds(run);
  status.textContent = isAlive ? words.states.off : words.states.gone;
  controls.hidden = !isAlive;
  hint.hidden = !isAlive;
  return {
    node,
    update(next) {
      if (next.kind !== 'live' || next.id !== part.id) return false;
      if (next.answer !== null) loop.receive(next.answer);
      return true;
    },
  };
}

function isCellRunning(): boolean {
  return document.querySelector('[data-cell]:is([data-status=running], [data-status=queued])') !== null;
}

import { expect, it, vi } from 'vitest';
import { fetchBytes } from '../../../src/lessons-runtime/host/fetch-bytes.ts';
import { createRequestServer, type LearnerFiles } from '../../../src/lessons-runtime/host/serve-requests.ts';
import {
  type Connect,
  createSession,
  type SessionEvents,
} from '../../../src/lessons-runtime/host/session.ts';
import type { HostToWorker } from '../../../src/lessons-runtime/protocol/host-to-worker.ts';
import { createDeferred } from '../../../src/lessons-runtime/shared/deferred.ts';

function createTestSession(connect: Connect) {
  const onConnectionLost = vi.fn<SessionEvents['onConnectionLost']>();
  const noPhoto = () => Promise.reject(new Error('no photo here'));
  const own = { photos: { chosen: noPhoto, fromGallery: noPhoto, choose() {} } } as unknown as LearnerFiles;
  const session = createSession({
    language: 'en',
    backend: 'cpu',
    connect,
    requests: createRequestServer(
      { scripts: {} as never, wasm: { simd: '', plain: '' }, base: '/' },
      fetchBytes,
      own,
    ),
    events: { onCell() {}, onState() {}, onMemory() {}, onTraining() {}, onConnectionLost },
  });
  return { session, onConnectionLost };
}

it('starts one worker, which the first run uses', async () => {
  for (const wait of [false, true]) {
    const posted: HostToWorker['type'][] = [];
    const up = createDeferred<void>();
    const connect = vi.fn<Connect>(async () => {
      await up.promise;
      return { post: ({ type }) => void posted.push(type), close() {} };
    });
    const { session } = createTestSession(connect);
    session.warmUp();
    session.warmUp();
    if (wait) {
      up.resolve();
      await vi.waitFor(() => expect(posted).toEqual(['start']));
    }
    void session.run([{ cell: 'a', source: '1' }]);
    up.resolve();
    await vi.waitFor(() => expect(posted).toEqual(['start', 'run']));
    session.warmUp();
    expect(connect).toHaveBeenCalledTimes(1);
  }
});

it('reports a failure once, and the next run tries again', async () => {
  const connect = vi.fn<Connect>().mockRejectedValueOnce(new Error('offline'));
  const posted: HostToWorker['type'][] = [];
  connect.mockResolvedValueOnce({ post: ({ type }) => void posted.push(type), close() {} });
  const { session, onConnectionLost } = createTestSession(connect);
  session.warmUp();
  await vi.waitFor(() => expect(onConnectionLost.mock.calls).toEqual([['start-failed']]));
  void session.run([{ cell: 'a', source: '1' }]);
  await vi.waitFor(() => expect(posted).toEqual(['start', 'run']));
  expect(connect).toHaveBeenCalledTimes(2);
});

it('closes the worker if the lesson is restarted meanwhile, and the next run starts another', async () => {
  const up = createDeferred<void>();
  const closed = vi.fn();
  const connect = vi.fn<Connect>(async () => {
    await up.promise;
    return { post() {}, close: closed };
  });
  const { session } = createTestSession(connect);
  session.warmUp();
  session.restart();
  void session.run([{ cell: 'a', source: '1' }]);
  up.resolve();
  await vi.waitFor(() => expect(connect).toHaveBeenCalledTimes(2));
  await vi.waitFor(() => expect(closed).toHaveBeenCalledTimes(1));
});

import * as v from 'valibot';
import { blobLimits } from './blob-limits.ts';
import type { DrawnClass } from './strokes.ts';
import { lazyScriptNames } from './worker-scripts.ts';

/** The requests of the worker to the page: for each kind, the payload and the reply. */

/** The stores of the page for cells: features, which can be recomputed, and models that a learner saved. */
const namespace = v.picklist(['features', 'models']);
/** A name or a hash. */
const blobKey = v.pipe(v.string(), v.minLength(1), v.maxLength(blobLimits.keyLetters));
const blob = v.pipe(
  v.instance(ArrayBuffer),
  v.check((bytes) => bytes.byteLength <= blobLimits.entryBytes, `at most ${blobLimits.entryBytes} bytes`),
);

/** A decoded photo and its name. */
export interface PhotoReply {
  readonly bitmap: ImageBitmap;
  readonly name: string;
}

/** A file of the learner. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** A class that the learner created, with its photos as JPEG files. */
export interface PhotoClassFiles {
  readonly name: string;
  readonly photos: readonly NamedBytes[];
}

interface Request<Kind extends string> {
  /** Parses the payload, which comes from untrusted code. */
  readonly payload: v.GenericSchema<unknown, { readonly kind: Kind }>;
  /** Returns the objects to transfer with a reply; the type of its parameter is the type of the reply. */
  readonly transfer: (reply: never) => readonly Transferable[];
}

const bytesTransfer = (bytes: ArrayBuffer) => [bytes];
const optionalBytesTransfer = (bytes: ArrayBuffer | null) => (bytes === null ? [] : [bytes]);
const photoTransfer = ({ bitmap }: PhotoReply) => [bitmap];
const filesTransfer = (files: readonly NamedBytes[]) => files.map(({ bytes }) => bytes);
const noTransfer = (_: null) => [];

/** Checks that the key of each request is its `kind`. */
function defineRequests<const Requests extends { readonly [Kind in keyof Requests]: Request<Kind & string> }>(
  requests: Requests,
): Requests {
  return requests;
}

const requests = defineRequests({
  /** Returns the bytes of a file of the site, by its path below the site's root. */
  file: { payload: v.object({ kind: v.literal('file'), path: v.string() }), transfer: bytesTransfer },
  /** Returns the text of a script of the runtime. */
  script: {
    payload: v.object({ kind: v.literal('script'), name: v.picklist(lazyScriptNames) }),
    transfer: (_: string) => [],
  },
  /** Returns a build of tfjs's wasm backend, with or without SIMD instructions. */
  'wasm-binary': {
    payload: v.object({ kind: v.literal('wasm-binary'), name: v.picklist(['simd', 'plain']) }),
    transfer: bytesTransfer,
  },
  /** Returns the photo that is selected in the page's picker. */
  'chosen-photo': { payload: v.object({ kind: v.literal('chosen-photo') }), transfer: photoTransfer },
  /** Returns a photo of the gallery by its id. */
  'gallery-photo': {
    payload: v.object({ kind: v.literal('gallery-photo'), id: v.string() }),
    transfer: photoTransfer,
  },
  /** Returns the bytes stored under a key; `null` if there are none. */
  'read-blob': {
    payload: v.object({ kind: v.literal('read-blob'), namespace, key: blobKey }),
    transfer: optionalBytesTransfer,
  },
  /** Stores bytes under a key; empty bytes delete the key. */
  'write-blob': {
    payload: v.object({ kind: v.literal('write-blob'), namespace, key: blobKey, bytes: blob }),
    transfer: noTransfer,
  },
  /** Returns the keys of a namespace. */
  'list-blobs': {
    payload: v.object({ kind: v.literal('list-blobs'), namespace }),
    transfer: (_: readonly string[]) => [],
  },
  /** Returns the files that the learner selects in a dialog. */
  'model-files': { payload: v.object({ kind: v.literal('model-files') }), transfer: filesTransfer },
  /** Returns the learner's own classes of photos. */
  'photo-classes': {
    payload: v.object({ kind: v.literal('photo-classes') }),
    transfer: (classes: readonly PhotoClassFiles[]) => classes.flatMap(({ photos }) => filesTransfer(photos)),
  },
  /** Returns the classes of the page's draw pads with the learner's drawings; no class if the page has no pad. */
  drawings: {
    payload: v.object({ kind: v.literal('drawings') }),
    transfer: (_: readonly DrawnClass[]) => [],
  },
  /** Hands a training's weights to the page, for the next worker. */
  'save-recovery': {
    payload: v.object({ kind: v.literal('save-recovery'), bytes: blob }),
    transfer: noTransfer,
  },
  /** Returns the weights that the previous worker saved, once; `null` if there are none. */
  'load-recovery': {
    payload: v.object({ kind: v.literal('load-recovery') }),
    transfer: optionalBytesTransfer,
  },
});

type Requests = typeof requests;
/** The name of a request. */
export type RequestKind = keyof Requests;

type Payloads = { readonly [Kind in RequestKind]: v.InferOutput<Requests[Kind]['payload']> };
type Replies = { readonly [Kind in RequestKind]: Parameters<Requests[Kind]['transfer']>[0] };

/** The payload of one kind of request, or of any kind. */
export type RequestPayload<Kind extends RequestKind = RequestKind> = { [Each in Kind]: Payloads[Each] }[Kind];

/** The value of the reply to one kind of request. */
export type ReplyTo<Kind extends RequestKind> = Replies[Kind];

/** The value of a reply together with the kind of its request. */
export interface ReplyValue<Kind extends RequestKind = RequestKind> {
  readonly kind: Kind;
  readonly value: ReplyTo<Kind>;
}

const transfers: {
  readonly [Kind in RequestKind]: { readonly transfer: (reply: ReplyTo<Kind>) => readonly Transferable[] };
} = requests;

/** Returns the objects to transfer, instead of copy, with the reply to a request. */
export function transferOf<Kind extends RequestKind>(
  kind: Kind,
  value: ReplyTo<Kind>,
): readonly Transferable[] {
  return transfers[kind].transfer(value);
}

export type BlobNamespace = v.InferOutput<typeof namespace>;

/** Parses the payload of any request. */
export const requestSchema = v.variant(
  'kind',
  Object.values(requests).map(({ payload }) => payload),
);

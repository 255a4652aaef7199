import * as v from 'valibot';
import { blobLimits } from './blob-limits.ts';
import { lazyScriptNames } from './worker-scripts.ts';

/** What the worker asks the page for, and what the page answers: each kind of request has both. */

/** What the page keeps for cells: features that can be computed anew, and models that a learner saved. */
const namespace = v.picklist(['features', 'models']);
/** Names and hashes, no text of a learner's: short. */
const blobKey = v.pipe(v.string(), v.minLength(1), v.maxLength(blobLimits.keyLetters));
const blob = v.pipe(
  v.instance(ArrayBuffer),
  v.check((bytes) => bytes.byteLength <= blobLimits.entryBytes, 'bytes that a browser can keep'),
);

/** A decoded photo, and what it is called. */
export interface PhotoReply {
  readonly bitmap: ImageBitmap;
  readonly name: string;
}

/** A file of the learner's. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: ArrayBuffer;
}

/** A class of the learner's own, and its photos as JPEG files. */
export interface PhotoClassFiles {
  readonly name: string;
  readonly photos: readonly NamedBytes[];
}

interface Request<Kind extends string> {
  /** What is asked, as the page parses it: it comes from where learners' code runs. */
  readonly ask: v.GenericSchema<unknown, { readonly kind: Kind }>;
  /** What is answered, by its type, and what of it is given away instead of copied. */
  readonly reply: (value: never) => readonly Transferable[];
}

const bytesReply = (bytes: ArrayBuffer) => [bytes];
const maybeBytesReply = (bytes: ArrayBuffer | null) => (bytes === null ? [] : [bytes]);
const photoReply = ({ bitmap }: PhotoReply) => [bitmap];
const filesReply = (files: readonly NamedBytes[]) => files.map(({ bytes }) => bytes);
const doneReply = (_: null) => [];

/** Each under its own name. */
function defineRequests<const Requests extends { readonly [Kind in keyof Requests]: Request<Kind & string> }>(
  requests: Requests,
): Requests {
  return requests;
}

const requests = defineRequests({
  /** A file of the site. */
  file: { ask: v.object({ kind: v.literal('file'), path: v.string() }), reply: bytesReply },
  /** A script of the runtime. */
  script: {
    ask: v.object({ kind: v.literal('script'), name: v.picklist(lazyScriptNames) }),
    reply: (_: string) => [],
  },
  'wasm-binary': {
    ask: v.object({ kind: v.literal('wasm-binary'), name: v.picklist(['simd', 'plain']) }),
    reply: bytesReply,
  },
  'chosen-photo': { ask: v.object({ kind: v.literal('chosen-photo') }), reply: photoReply },
  'gallery-photo': {
    ask: v.object({ kind: v.literal('gallery-photo'), id: v.string() }),
    reply: photoReply,
  },
  /** What is kept under a key; `null` where nothing is. */
  kept: { ask: v.object({ kind: v.literal('kept'), namespace, key: blobKey }), reply: maybeBytesReply },
  /** Empty bytes free the key. */
  keep: {
    ask: v.object({ kind: v.literal('keep'), namespace, key: blobKey, bytes: blob }),
    reply: doneReply,
  },
  'kept-names': {
    ask: v.object({ kind: v.literal('kept-names'), namespace }),
    reply: (_: readonly string[]) => [],
  },
  /** Files that the learner is asked for. */
  'model-files': { ask: v.object({ kind: v.literal('model-files') }), reply: filesReply },
  'photo-classes': {
    ask: v.object({ kind: v.literal('photo-classes') }),
    reply: (classes: readonly PhotoClassFiles[]) => classes.flatMap(({ photos }) => filesReply(photos)),
  },
  /** Leaves a training's weights with the page, for the worker after this one. */
  rescue: { ask: v.object({ kind: v.literal('rescue'), bytes: blob }), reply: doneReply },
  /** What the worker before this one left; it is given once. */
  rescued: { ask: v.object({ kind: v.literal('rescued') }), reply: maybeBytesReply },
});

type Requests = typeof requests;
export type RequestKind = keyof Requests;

type Asks = { readonly [Kind in RequestKind]: v.InferOutput<Requests[Kind]['ask']> };
type Replies = { readonly [Kind in RequestKind]: Parameters<Requests[Kind]['reply']>[0] };

/** What is asked by a kind of request, or by any. */
export type RequestPayload<Kind extends RequestKind = RequestKind> = { [Each in Kind]: Asks[Each] }[Kind];

/** What a kind of request is answered with. */
export type ReplyTo<Kind extends RequestKind> = Replies[Kind];

/** An answer, by the kind of its request. */
export interface ReplyValue<Kind extends RequestKind = RequestKind> {
  readonly kind: Kind;
  readonly value: ReplyTo<Kind>;
}

const replies: {
  readonly [Kind in RequestKind]: { readonly reply: (value: ReplyTo<Kind>) => readonly Transferable[] };
} = requests;

/** What of an answer is given away instead of copied. */
export function transferOf<Kind extends RequestKind>(
  kind: Kind,
  value: ReplyTo<Kind>,
): readonly Transferable[] {
  return replies[kind].reply(value);
}

export type BlobNamespace = v.InferOutput<typeof namespace>;

export const requestSchema = v.variant(
  'kind',
  Object.values(requests).map(({ ask }) => ask),
);

import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** The folders below the site's own of the networks that others trained, in the order in which they are credited. */
export const modelFolders = ['models/mobilenet-v1@1', 'models/efficientnet-lite0@1'] as const;
export type ModelFolder = (typeof modelFolders)[number];

/** What the credits page says of a model; its card says much more. */
const modelCard = z.object({
  name: z.string().min(1),
  author: z.string().min(1),
  licence: z.string().min(1),
  licenceFile: z.string().min(1),
  paper: z.string().min(1),
  source: z.object({
    /** What the address `origin` has: the model itself where it is not given. */
    title: z.string().min(1).optional(),
    origin: z.url(),
    /** A checkpoint by somebody else, if the files were not made from the origin's. */
    checkpointOrigin: z.url().optional(),
    package: z.string().min(1).optional(),
    version: z.string().min(1).optional(),
  }),
});

export type ModelCard = z.infer<typeof modelCard>;

/**
 * Reads a model's card from `public`, while the site is built.
 * @throws where the file is missing, or naming each field that is
 */
export function readModelCard(folder: ModelFolder): ModelCard {
  const file = `public/${folder}/model-card.json`;
  const card = modelCard.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (card.success) return card.data;
  throw new Error(`${file}: the credits page cannot credit the model.\n${z.prettifyError(card.error)}`);
}

import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';

/** The folders of the networks that others trained, below the site's root, in the order in which they are credited. */
export const modelFolders = ['models/mobilenet-v1@1', 'models/efficientnet-lite0@1'] as const;
export type ModelFolder = (typeof modelFolders)[number];

/** The fields of a model card that the credits page shows. */
const modelCard = z.object({
  name: z.string().min(1),
  author: z.string().min(1),
  licence: z.string().min(1),
  licenceFile: z.string().min(1),
  paper: z.string().min(1),
  source: z.object({
    /** The title of the page at `origin`. Default: the name of the model. */
    title: z.string().min(1).optional(),
    origin: z.url(),
    /** The address of the converted checkpoint, if it is another author's copy of the original. */
    checkpointOrigin: z.url().optional(),
    package: z.string().min(1).optional(),
    version: z.string().min(1).optional(),
  }),
});

type ModelCard = z.infer<typeof modelCard>;

/**
 * Reads a model card from `public/`.
 * @throws if the file is missing, or with the name of each field that is missing or invalid
 */
export function readModelCard(folder: ModelFolder): ModelCard {
  const file = `public/${folder}/model-card.json`;
  const card = modelCard.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (card.success) return card.data;
  throw new Error(
    `${file}: the credits page needs fields that are missing or invalid.\n${z.prettifyError(card.error)}`,
  );
}

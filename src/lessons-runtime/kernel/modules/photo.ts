/** A photo of the learner or of the gallery. */
export interface Photo {
  /** The title of a photo of the gallery in the page's language, or the name of the learner's file. */
  readonly name: string;
  readonly bitmap: ImageBitmap;
}

/**
 * SHA-256 of the bytes of the pictures that `iconDataset(['butterfly', 'bee'], { numExamples: 2, augment: 2 })` trains
 * with: what Node and a browser must both give. It changes with the icons, the split and the way pictures are composed.
 */
export const butterflyBeeDigest = '8e2cc8fcc6597b0d425ed2a1f82ae3263da516970a43809acc25522cc7f7085f';

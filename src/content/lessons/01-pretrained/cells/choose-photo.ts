import { chosenPhoto, loadImage } from 'deshielo';

const photo = await chosenPhoto();
const image = await loadImage(photo, { targetSize: [224, 224] });
image;

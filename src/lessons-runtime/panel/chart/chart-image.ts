/** Pixels of the picture for one of the page: sharp on any screen, and on paper. */
const sharpness = 2;
const margin = 16;
const titleHeight = 28;

/**
 * The drawing as a PNG with its title, in the colours that the page has now.
 * @throws {Error} where the browser cannot make a picture of it
 */
export async function chartImage(area: HTMLElement, title: string): Promise<Blob> {
  const drawings = [...area.querySelectorAll('svg')];
  const style = getComputedStyle(area);
  const frame = area.getBoundingClientRect();
  const boxes = drawings.map((svg) => svg.getBoundingClientRect());
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - frame.left + 2 * margin;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top + 2 * margin + titleHeight;

  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * sharpness);
  canvas.height = Math.ceil(height * sharpness);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.scale(sharpness, sharpness);
  context.fillStyle = style.getPropertyValue('--paper-raised').trim();
  context.fillRect(0, 0, width, height);
  context.fillStyle = style.getPropertyValue('--ink').trim();
  context.font = `600 14px ${style.getPropertyValue('--font-ui').trim()}`;
  context.textBaseline = 'top';
  context.fillText(title, margin, margin, width - 2 * margin);
  for (const [at, svg] of drawings.entries()) {
    const box = boxes[at];
    if (box === undefined) continue;
    const x = box.left - frame.left + margin;
    const y = box.top - top + margin + titleHeight;
    context.drawImage(await pictureOf(svg, style), x, y, box.width, box.height);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

/** A drawing on its own has no page to take its variables from: each is put down as what it stands for. */
async function pictureOf(svg: SVGSVGElement, style: CSSStyleDeclaration): Promise<HTMLImageElement> {
  const text = new XMLSerializer()
    .serializeToString(svg)
    .replace(/var\((--[\w-]+)\)/g, (_, name: string) => style.getPropertyValue(name).trim());
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(url);
  }
}

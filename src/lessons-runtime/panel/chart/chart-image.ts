/** Picture pixels per CSS pixel, so that the picture is sharp on any screen and on paper. */
const scale = 2;
const margin = 16;
const titleHeight = 28;

/**
 * Renders a drawing and its title as a PNG, in the current colours of the page.
 * @throws {Error} if the browser cannot render it
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
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no 2D canvas');
  context.scale(scale, scale);
  context.fillStyle = style.getPropertyValue('--paper-raised').trim();
  context.fillRect(0, 0, width, height);
  context.fillStyle = style.getPropertyValue('--ink').trim();
  context.font = `600 14px ${style.getPropertyValue('--font-ui').trim()}`;
  context.textBaseline = 'top';
  context.fillText(title, margin, margin, width - 2 * margin);
  for (const [index, svg] of drawings.entries()) {
    const box = boxes[index];
    if (box === undefined) continue;
    const x = box.left - frame.left + margin;
    const y = box.top - top + margin + titleHeight;
    context.drawImage(await rasterize(svg, style), x, y, box.width, box.height);
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}

/** Converts an SVG to an image. CSS variables are replaced by their values, because the image has no access to the page. */
async function rasterize(svg: SVGSVGElement, style: CSSStyleDeclaration): Promise<HTMLImageElement> {
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

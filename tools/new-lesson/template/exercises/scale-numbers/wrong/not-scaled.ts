const scaled = pixels.map((pixel) => pixel);

scaled;

const scaled = pixels.map((pixel) => pixel / 255);

scaled;

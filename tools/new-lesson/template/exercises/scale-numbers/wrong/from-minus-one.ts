const scaled = pixels.map((pixel) => pixel / 127.5 - 1);

scaled;

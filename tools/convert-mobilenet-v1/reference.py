"""Writes TensorFlow's predictions for a folder of PNGs of 224 x 224 pixels, by running the original graph.

Run with Python 3.11:

    python -m venv reference && reference/bin/pip install tensorflow-cpu==2.21.0 numpy==2.4.6 pillow==13.0.0
    reference/bin/python tools/convert-mobilenet-v1/reference.py retrained_graph.pb <folder of PNGs> tests/fixtures/mobilenet-v1

It writes two files:
- probabilities.f32: 1000 little-endian float32 for each photo, without the background, renormalized to a sum of 1;
- reference.json: the photos in that order, the five most probable classes of each, and the background's probability.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy
import tensorflow as tf
from PIL import Image

SHA256 = "3b90af536f810f5f75e9f6d431bc2e8a3c4fc2ff4f693aa0dd4ae429816f8735"


def read_graph(path: Path) -> tf.compat.v1.GraphDef:
    content = path.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise ValueError(f"{path}: the sha256 is {found}, not {SHA256}")
    graph = tf.compat.v1.GraphDef()
    graph.ParseFromString(content)
    return graph


def read_input(path: Path) -> numpy.ndarray:
    pixels = numpy.asarray(Image.open(path).convert("RGB"), dtype=numpy.float32)
    if pixels.shape != (224, 224, 3):
        raise ValueError(f"{path.name} is {pixels.shape}, not 224 x 224 RGB")
    return (pixels[numpy.newaxis] - 127.5) / 127.5


def softmax(logits: numpy.ndarray) -> numpy.ndarray:
    powers = numpy.exp(logits - logits.max())
    return powers / powers.sum()


def main(graph_path: Path, photos: Path, target: Path) -> None:
    with tf.Graph().as_default():
        tf.import_graph_def(read_graph(graph_path), name="")
        with tf.compat.v1.Session() as session:
            paths = sorted(photos.glob("*.png"), key=lambda path: path.stem)
            logits = [
                session.run("MobilenetV1/Predictions/Reshape:0", {"input:0": read_input(path)})[0]
                for path in paths
            ]
    rows, items = [], []
    for path, values in zip(paths, logits):
        probabilities = softmax(values[1:].astype(numpy.float64))
        top = numpy.argsort(-probabilities, kind="stable")[:5]
        rows.append(probabilities)
        items.append(
            {
                "id": path.stem,
                "top5": [
                    {"index": int(index), "probability": round(float(probabilities[index]), 6)}
                    for index in top
                ],
                "background": round(float(softmax(values.astype(numpy.float64))[0]), 6),
            }
        )
    target.mkdir(parents=True, exist_ok=True)
    numpy.stack(rows).astype("<f4").tofile(target / "probabilities.f32")
    index = {
        "note": "probabilities.f32 holds 1000 little-endian float32 for each photo, in this order",
        "tensorflow": tf.__version__,
        "graph": SHA256,
        "normalization": "(x - 127.5) / 127.5",
        "photos": items,
    }
    (target / "reference.json").write_text(json.dumps(index, indent=1) + "\n")


main(*map(Path, sys.argv[1:4]))

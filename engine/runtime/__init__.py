"""ONNX Runtime: models loaded once, kept warm, run in batches."""

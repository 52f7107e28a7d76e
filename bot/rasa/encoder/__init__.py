"""multilingual-e5-small, run by ONNX Runtime. No Rasa here. See docs/decisions/0014-speed.md."""
